package dev.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.measure.SecondOfLoad;
import dev.harness.plan.EnvironmentRequirements;
import dev.harness.plan.LoadProfile.Kind;
import dev.harness.plan.Profile;
import dev.harness.plan.Ruleset;
import dev.harness.plan.TestConfiguration;
import dev.harness.plan.threshold.ConcurrentRequestLimits;
import dev.harness.plan.threshold.LoadLimits;
import dev.harness.plan.threshold.Thresholds;
import dev.harness.plan.threshold.Thresholds.Limit;
import dev.harness.random.Seed;
import dev.harness.run.port.ProcessProbe.HostFacts;
import dev.harness.verdict.Criterion;
import dev.harness.verdict.LiveBreach;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 400 operations a second, at most 500 ms at P95; of "sustained" at least 95 % succeed. */
class LiveThresholdsTest {
  private static final Check CHECK =
      new FakeCheck(
          "check",
          Budget.seconds(1, 1, 1),
          List.of(
              Criterion.key(ConcurrentRequestLimits.P95),
              Criterion.key(LoadLimits.SUSTAINED_SUCCESS)),
          rig -> Findings.NONE);

  private final LiveThresholds live = new LiveThresholds();
  private int second;

  @BeforeEach
  void startRun() {
    var limits =
        new Thresholds(
            Map.of(
                ConcurrentRequestLimits.P95, new Limit(500, "mine"),
                LoadLimits.SUSTAINED_SUCCESS, new Limit(95, "mine")));
    var rules =
        new Ruleset(limits, List.of(), TestConfiguration.DEFAULT, EnvironmentRequirements.DEFAULT);
    var plan = new RunPlan("run-1", new Seed(1), Profile.STANDARD, List.of(CHECK), false, rules);
    var host = new HostFacts("Test", "1", "none", "none", 2, 1L << 30);
    live.accept(0, new RunEvent.RunStarted(plan, Instant.EPOCH, host, List.of()));
    live.accept(0, new RunEvent.CheckStarted(CHECK.id(), Duration.ofSeconds(1)));
  }

  @Test
  void aLimitBreaksInTheSecondInWhichItDoesAndHoldsAgainInTheNext() {
    load("sustained", true);
    window("sustained", Outcome.COMPLETED, 100);
    assertThat(breaking()).isEmpty();

    window("sustained", Outcome.COMPLETED, 800);
    assertThat(breaking()).containsExactly("sustained: response_time_p95 > 500ms");
    assertThat(live.breaking().get(0).figure())
        .isInstanceOfSatisfying(
            Figure.Measured.class, figure -> assertThat(figure.value()).isBetween(800.0, 801.0));

    window("sustained", Outcome.COMPLETED, 100);
    assertThat(breaking()).isEmpty();
  }

  @Test
  void whereNothingCompletesAllIsBroken() {
    load("sustained", true);
    window("sustained", Outcome.TIMED_OUT, 5_000);

    assertThat(breaking())
        .containsExactly("sustained: response_time_p95 > 500ms", "sustained: success_rate < 95%");
  }

  @Test
  void aWindowWithoutDataNeitherBreaksNorMends() {
    load("sustained", true);
    window("sustained", Outcome.DROPPED, 1);
    assertThat(breaking()).isEmpty();

    window("sustained", Outcome.COMPLETED, 800);
    window("sustained", Outcome.DROPPED, 1);
    assertThat(breaking()).containsExactly("sustained: response_time_p95 > 500ms");
  }

  @Test
  void limitsOfOneLoadAreNotHeldAgainstAnother() {
    load("burst", true);
    window("burst", Outcome.TIMED_OUT, 5_000);

    assertThat(breaking()).containsExactly("burst: response_time_p95 > 500ms");
  }

  @Test
  void loadsSideBySideAreToldApart() {
    load("a", true);
    load("b", true);
    window("a", Outcome.COMPLETED, 800);
    window("b", Outcome.COMPLETED, 900);

    assertThat(breaking())
        .containsExactly("a: response_time_p95 > 500ms", "b: response_time_p95 > 500ms");
  }

  @Test
  void theNextLoadAndTheEndOfTheCheckPutAnEndToIt() {
    load("a", true);
    window("a", Outcome.COMPLETED, 800);
    load("b", true);
    assertThat(breaking()).isEmpty();

    window("b", Outcome.COMPLETED, 800);
    live.accept(
        0,
        new RunEvent.CheckEnded(
            new CheckResult(CHECK, Findings.NONE, List.of(), List.of(), 1, Optional.empty())));
    assertThat(breaking()).isEmpty();
  }

  @Test
  void aWarmUpBreaksNothing() {
    load("warm-up", false);
    window("warm-up", Outcome.TIMED_OUT, 5_000);

    assertThat(breaking()).isEmpty();
  }

  private void load(String phase, boolean measured) {
    live.accept(0, new RunEvent.PhaseStarted(CHECK.id(), phase, Kind.STEADY, measured));
  }

  private void window(String phase, Outcome outcome, long millis) {
    var window = SecondOfLoad.at(second++).with(400, outcome, millis).window();
    live.accept(0, new RunEvent.WindowClosed(CHECK.id(), phase, window));
  }

  private List<String> breaking() {
    return live.breaking().stream().map(LiveThresholdsTest::text).toList();
  }

  private static String text(LiveBreach breach) {
    return breach.phase() + ": " + breach.limit().broken().trigger();
  }
}
