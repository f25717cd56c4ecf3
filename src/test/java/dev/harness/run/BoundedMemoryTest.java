package dev.harness.run;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Outcome;
import dev.harness.measure.Resolution;
import dev.harness.measure.WindowSnapshot;
import dev.harness.pace.Constant;
import dev.harness.plan.AlertRule;
import dev.harness.plan.AlertRule.Severity;
import dev.harness.plan.EnvironmentRequirements;
import dev.harness.plan.LoadProfile.Open;
import dev.harness.plan.Profile;
import dev.harness.plan.Ruleset;
import dev.harness.plan.TestConfiguration;
import dev.harness.plan.threshold.Thresholds;
import dev.harness.random.Seed;
import dev.harness.run.drive.Driver;
import dev.harness.run.drive.HandDrivenLoops;
import dev.harness.run.drive.Operation;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.testing.peer.KnownTimes;
import dev.harness.user.UserPopulation;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.GraphLayout;

/** What a run keeps does not grow with its length, but for the journal on disk. */
class BoundedMemoryTest {
  private static final int PER_SECOND = 100;
  private static final KnownTimes TIMES = KnownTimes.lognormal(10_000, 5, 0.5, 1);

  private static final Check CHECK =
      new FakeCheck("long", Budget.seconds(1, 1, 1), List.of(), rig -> Findings.NONE, true);
  private static final Ruleset RULES =
      new Ruleset(
          new Thresholds(Map.of()),
          List.of(
              AlertRule.parse("response_time_p99 > 1000ms", Severity.CRITICAL),
              AlertRule.parse("success_rate < 90%", Severity.WARNING)),
          TestConfiguration.DEFAULT,
          EnvironmentRequirements.DEFAULT);
  private static final RunPlan PLAN =
      new RunPlan("run-1", new Seed(1), Profile.FULL, List.of(CHECK), false, RULES);

  /** Java tells nobody where a record's fields lie; JOL can work it out. */
  @BeforeAll
  static void lookIntoRecords() {
    System.setProperty("jol.magicFieldOffset", "true");
  }

  /**
   * Twelve times the load may take half as much again: series and rare times fill up to a bound.
   */
  @Test
  void anHourHoldsNoMoreThanFiveMinutes() {
    assertThat(timesAsMuchInAnHour(window -> {}, List.of())).isLessThan(1.5);
  }

  /** The control: somebody who listens, and keeps all windows. */
  @Test
  void isSeenWhereSomebodyKeepsAllWindows() {
    var kept = new ArrayList<WindowSnapshot>();

    assertThat(timesAsMuchInAnHour(kept::add, kept)).isGreaterThan(5);
  }

  private static double timesAsMuchInAnHour(Consumer<WindowSnapshot> listener, Object keptBy) {
    double fiveMinutes = bytesHeldAfter(Duration.ofMinutes(5), listener, keptBy);
    return bytesHeldAfter(Duration.ofHours(1), listener, keptBy) / fiveMinutes;
  }

  private static long bytesHeldAfter(
      Duration duration, Consumer<WindowSnapshot> listener, Object keptBy) {
    var loops = new HandDrivenLoops(1);
    var result = new AtomicReference<PhaseResult>();
    try (var events = RunEvents.inline(loops.ticker)) {
      var alerting = new Alerting(PLAN, 2);
      events.judge(alerting);
      Driver driver = loops.driver();
      Phase phase = phase(loops, duration);
      events.publish(new RunEvent.CheckStarted(CHECK.id(), duration));
      events.publish(new RunEvent.PhaseStarted(CHECK.id(), "load", phase.load().kind(), true));
      driver
          .drive(phase, result::set)
          .subscribe()
          .with(
              window -> {
                listener.accept(window);
                events.publish(new RunEvent.WindowClosed(CHECK.id(), "load", window));
              });
      loops.runToEnd();

      PhaseResult whole = requireNonNull(result.get());
      assertThat(whole.counts().completed()).isEqualTo(PER_SECOND * duration.toSeconds());
      assertThat(alerting.log().notEvaluated()).isEmpty();
      return GraphLayout.parseInstance(driver, events, alerting, whole, keptBy).totalSize();
    }
  }

  private static Phase phase(HandDrivenLoops loops, Duration duration) {
    Operation answered =
        attempt -> {
          Promise<Outcome> answer = Promise.promise();
          loops.here(
              Duration.ofNanos(TIMES.nanosOf((int) (attempt.index() % TIMES.count()))),
              () -> answer.complete(Outcome.COMPLETED));
          return answer.future();
        };
    return new Phase(
        "load",
        new Open(new Constant(PER_SECOND, duration), 100),
        new UserPopulation(100, "run-1", new Seed(1)),
        Resolution.MICROSECONDS,
        Duration.ofSeconds(10),
        answered);
  }
}
