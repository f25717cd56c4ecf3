package dev.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.measure.SecondOfLoad;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.plan.AlertRule;
import dev.harness.plan.AlertRule.Severity;
import dev.harness.plan.EnvironmentRequirements;
import dev.harness.plan.LoadProfile.Kind;
import dev.harness.plan.Profile;
import dev.harness.plan.Ruleset;
import dev.harness.plan.TestConfiguration;
import dev.harness.plan.threshold.Thresholds;
import dev.harness.random.Seed;
import dev.harness.run.port.ProcessProbe.HostSample;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import dev.harness.time.ManualTicker;
import dev.harness.verdict.Alert;
import dev.harness.verdict.AlertLog;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each rule with a run in which it must fire, and one in which it must not. */
class AlertingTest {
  private static final Check ALERTING = check("watched", true);
  private static final Check SILENT = check("overload", false);
  private static final long MEGABYTE = 1L << 20;

  private final ManualTicker ticker = new ManualTicker();
  private final RunEvents events = RunEvents.inline(ticker);

  @Test
  void slowAnswersFireAfterFiveSecondsAndResolveFiveSecondsAfterTheirEnd() {
    Alerting alerting = start(ALERTING, "response_time_p95 > 1000ms");
    load(ALERTING, "steady", true);
    windows(ALERTING, "steady", 0, 3, Outcome.COMPLETED, 10);
    windows(ALERTING, "steady", 3, 10, Outcome.COMPLETED, 2_000);
    windows(ALERTING, "steady", 10, 20, Outcome.COMPLETED, 10);

    Alert alert = alerting.log().fired().get(0);
    assertThat(alert.phase()).isEqualTo("steady");
    assertThat(alert.changes())
        .extracting(change -> change.to().id() + " " + change.at().toSeconds())
        .containsExactly("pending 4", "firing 9", "resolved 16");
    assertThat(alerting.log().fails()).isTrue();
  }

  @Test
  void oneSlowSecondFiresNothing() {
    Alerting alerting = start(ALERTING, "response_time_p95 > 1000ms", "success_rate < 90%");
    load(ALERTING, "steady", true);
    windows(ALERTING, "steady", 0, 3, Outcome.COMPLETED, 10);
    windows(ALERTING, "steady", 3, 4, Outcome.COMPLETED, 2_000);
    windows(ALERTING, "steady", 4, 20, Outcome.COMPLETED, 10);

    assertThat(alerting.log().fired()).isEmpty();
    assertThat(alerting.log().notEvaluated()).isEmpty();
  }

  @Test
  void windowsThatCloseAllAtOnceAfterAStallStillCountTheirTime() {
    Alerting alerting = start(ALERTING, "success_rate < 90%");
    load(ALERTING, "steady", true);
    ticker.advance(Duration.ofSeconds(30));
    windows(ALERTING, "steady", 0, 10, Outcome.TIMED_OUT, 10);

    assertThat(fired(alerting)).containsExactly("success_rate < 90%");
  }

  @Test
  void whatTheGeneratorDroppedFiresNothing() {
    Alerting alerting =
        start(ALERTING, "success_rate < 90%", "throughput < 100/s", "error_rate > 1%");
    load(ALERTING, "steady", true);
    windows(ALERTING, "steady", 0, 30, Outcome.DROPPED, 10);

    assertThat(alerting.log().fired()).isEmpty();
    assertThat(alerting.log().notEvaluated()).hasSize(3);
  }

  @Test
  void aWarmUpFiresNothing() {
    Alerting alerting = start(ALERTING, "success_rate < 90%");
    load(ALERTING, "warm-up", false);
    windows(ALERTING, "warm-up", 0, 30, Outcome.TIMED_OUT, 10);

    assertThat(alerting.log().fired()).isEmpty();
  }

  @Test
  void aCheckThatOverloadsOnPurposeFiresNothing() {
    Alerting alerting = start(SILENT, "success_rate < 90%", "memory_growth > 100MB");
    load(SILENT, "overload", true);
    windows(SILENT, "overload", 0, 30, Outcome.TIMED_OUT, 10);
    sample(100, 0);
    sample(900, 0);

    assertThat(alerting.log().fired()).isEmpty();
    assertThat(alerting.log().notEvaluated().values()).containsOnly("no check of this run alerts");
  }

  @Test
  void memoryThatGrowsAndStaysFires() {
    Alerting alerting = start(ALERTING, "memory_growth > 100MB");
    sample(100, 0);
    for (int i = 0; i < 7; i++) {
      sample(201, 0);
    }
    assertThat(fired(alerting)).containsExactly("memory_growth > 100MB");
  }

  @Test
  void memoryThatIsTakenToStartAndWarmUpIsNoGrowth() {
    Alerting alerting = start(ALERTING, "memory_growth > 100MB");
    sample(50, 0);
    sample(250, 0);
    load(ALERTING, "measured", true);
    for (int i = 0; i < 20; i++) {
      sample(260, 0);
    }
    assertThat(alerting.log().fired()).isEmpty();
  }

  @Test
  void memoryThatGrowsALittleOrForAMomentDoesNot() {
    Alerting alerting = start(ALERTING, "memory_growth > 100MB");
    sample(100, 0);
    sample(300, 0);
    for (int i = 0; i < 20; i++) {
      sample(200, 0);
    }
    assertThat(alerting.log().fired()).isEmpty();
  }

  @Test
  void processorTimeIsOfAllCores() {
    Alerting alerting = start(ALERTING, "cpu_utilization > 80%", "cpu_utilization > 95%");
    for (int i = 0; i < 10; i++) {
      sample(100, i * 1_800L);
    }
    assertThat(fired(alerting)).as("1.8 of 2 cores").containsExactly("cpu_utilization > 80%");
  }

  @Test
  void aTargetThatEndsFiresAtOnce() {
    Alerting alerting = start(ALERTING, "system_crashes > 0");
    sample(100, 0);
    noSample();
    assertThat(alerting.log().fired()).as("it may only have been missed").isEmpty();
    noSample();

    assertThat(fired(alerting)).containsExactly("system_crashes > 0");
  }

  @Test
  void aTargetThatIsGoneWhenTheCheckEndsFires() {
    Alerting alerting = start(ALERTING, "system_crashes > 0");
    sample(100, 0);
    noSample();
    end(ALERTING, Findings.NONE);

    assertThat(fired(alerting)).containsExactly("system_crashes > 0");
  }

  @Test
  void aTargetThatWasMissedOnceOrWasNeverThereHasNotCrashed() {
    Alerting alerting = start(ALERTING, "system_crashes > 0");
    noSample();
    noSample();
    sample(100, 0);
    noSample();
    sample(100, 10);
    end(ALERTING, Findings.NONE);

    assertThat(alerting.log().fired()).isEmpty();
    assertThat(alerting.log().notEvaluated()).isEmpty();
  }

  @Test
  void findingsAreHeldAgainstTheirRulesWhenTheCheckEnds() {
    Alerting alerting =
        start(ALERTING, "connection_leaks > 0", "isolation_breaches > 0", "memory_recovery < 80%");
    end(
        ALERTING,
        Findings.NONE
            .with(metric("connection_leaks", Unit.COUNT), Figure.of(1))
            .with(metric("isolation_breaches", Unit.COUNT), Figure.of(0)));

    assertThat(fired(alerting)).containsExactly("connection_leaks > 0");
    assertThat(alerting.log().notEvaluated().values())
        .containsExactly("the check does not measure it");
  }

  @Test
  void improvementNeedsABaseline() {
    Alerting alerting = start(ALERTING, "throughput_improvement > 20%");
    load(ALERTING, "steady", true);
    windows(ALERTING, "steady", 0, 10, Outcome.COMPLETED, 10);
    end(ALERTING, Findings.NONE);

    assertThat(alerting.log().notEvaluated().values()).containsExactly("there is no baseline");
  }

  @Test
  void roundsOfAPhaseGoOnWhereTheLastOneEnded() {
    Alerting alerting = start(ALERTING, "success_rate < 90%");
    for (int round = 0; round < 4; round++) {
      load(ALERTING, "round", true);
      windows(ALERTING, "round", 0, 2, Outcome.TIMED_OUT, 10);
      ticker.advance(Duration.ofSeconds(2));
    }
    assertThat(fired(alerting)).containsExactly("success_rate < 90%");
  }

  private Alerting start(Check check, String... triggers) {
    List<AlertRule> rules =
        Arrays.stream(triggers).map(t -> AlertRule.parse(t, Severity.CRITICAL)).toList();
    var ruleset =
        new Ruleset(
            new Thresholds(Map.of()),
            rules,
            TestConfiguration.DEFAULT,
            EnvironmentRequirements.DEFAULT);
    var plan = new RunPlan("run-1", new Seed(1), Profile.STANDARD, List.of(check), false, ruleset);
    var alerting = new Alerting(plan, 2);
    events.judge(alerting);
    events.publish(new RunEvent.CheckStarted(check.id(), Duration.ofSeconds(1)));
    return alerting;
  }

  private void load(Check check, String phase, boolean measured) {
    events.publish(new RunEvent.PhaseStarted(check.id(), phase, Kind.STEADY, measured));
  }

  /** So many seconds of a load of 400/s, all of whose operations end alike. */
  private void windows(Check check, String phase, int from, int to, Outcome outcome, long millis) {
    for (int second = from; second < to; second++) {
      var window = SecondOfLoad.at(second).with(400, outcome, millis).window();
      events.publish(new RunEvent.WindowClosed(check.id(), phase, window));
    }
  }

  private void sample(long rssMegabytes, long cpuMillis) {
    publish(
        Map.of(
            "target", new ProcessSample(rssMegabytes * MEGABYTE, 0, cpuMillis * 1_000_000, 1, 1)));
  }

  private void noSample() {
    publish(Map.of());
  }

  private void publish(Map<String, ProcessSample> processes) {
    var host = new HostSample(0, 0, 0, 0, 0, 0);
    events.publish(new RunEvent.Sampled(ticker.wallTime(), host, processes));
    ticker.advance(Duration.ofSeconds(1));
  }

  private void end(Check check, Findings findings) {
    events.publish(
        new RunEvent.CheckEnded(
            new CheckResult(check, findings, List.of(), List.of(), 1, Optional.empty())));
  }

  private static List<String> fired(Alerting alerting) {
    AlertLog log = alerting.log();
    return log.fired().stream().map(alert -> alert.rule().trigger()).toList();
  }

  private static Metric metric(String id, Unit unit) {
    return new Metric(id, unit, "what a test says");
  }

  private static Check check(String name, boolean alerting) {
    return new FakeCheck(name, Budget.seconds(1, 1, 1), List.of(), rig -> Findings.NONE, alerting);
  }
}
