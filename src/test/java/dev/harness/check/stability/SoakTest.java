package dev.harness.check.stability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.check.stability.SimulatedService.Aging;
import dev.harness.config.ThresholdsFile;
import dev.harness.measure.Figure;
import dev.harness.plan.Profile;
import dev.harness.plan.Ruleset;
import dev.harness.plan.TestConfiguration;
import dev.harness.plan.threshold.StabilityLimits;
import dev.harness.plan.threshold.ThresholdKey;
import dev.harness.random.Seed;
import dev.harness.run.Check;
import dev.harness.run.CheckResult;
import dev.harness.run.Interruption;
import dev.harness.run.RunEvents;
import dev.harness.run.RunPlan;
import dev.harness.run.RunRecord;
import dev.harness.run.Runner;
import dev.harness.run.drive.HandDrivenLoops;
import dev.harness.verdict.Judgement;
import dev.harness.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.GraphLayout;

/** Hours of load that take seconds, by the limits that are shipped. */
class SoakTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Check SOAK = new Soak();
  private static final Ruleset SHIPPED = ThresholdsFile.shipped();

  /** Loads side by side come one after the other here, so that an hour of them takes two. */
  private static final Ruleset RULES =
      new Ruleset(
          SHIPPED.thresholds(),
          SHIPPED.alertRules(),
          new TestConfiguration(
              Duration.ofHours(2), Duration.ofSeconds(1), 10, 3, 100, Duration.ZERO, Duration.ZERO),
          SHIPPED.requirements());

  /** Java tells nobody where a record's fields lie; JOL can work it out. */
  @BeforeAll
  static void lookIntoRecords() {
    System.setProperty("jol.magicFieldOffset", "true");
  }

  @Test
  void anHourOfAServiceThatDoesNotAgePasses() {
    RunRecord record = run(HOUR, Aging.NONE);

    assertThat(record.verdict())
        .as(record.results().get(0).judgements().toString())
        .isEqualTo(Verdict.PASS);
    assertThat(record.results().get(0).phases().get(0).counts().completed()).isEqualTo(360_000);
  }

  @Test
  void aLeakIsFoundByItsSlope() {
    CheckResult result = soak(HOUR, Aging.NONE.leaking(hours -> 120 * hours));

    assertThat(judgement(result, StabilityLimits.LEAK).verdict()).isEqualTo(Verdict.BREACH);
    assertThat(value(result, StabilityLimits.LEAK)).isBetween(115.0, 125.0);
    assertThat(judgement(result, StabilityLimits.UPTIME).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aCacheThatFillsInTheFirstHalfIsNoLeak() {
    CheckResult result = soak(HOUR, Aging.NONE.leaking(hours -> Math.min(100, 200 * hours)));

    assertThat(judgement(result, StabilityLimits.LEAK).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void theLeakOfAProcessThatIsNoJvmIsSeenInItsResidentMemory() {
    CheckResult result = soak(HOUR, Aging.NONE.leaking(hours -> 120 * hours).closed());

    assertThat(judgement(result, StabilityLimits.LEAK).verdict()).isEqualTo(Verdict.BREACH);
    assertThat(result.findings().notes().toString())
        .contains("resident memory, because it is no JVM");
  }

  @Test
  void answersThatBecomeSlowerAreFound() {
    CheckResult result = soak(HOUR, Aging.NONE.slower(hours -> 10 + 2 * hours));

    assertThat(judgement(result, StabilityLimits.RESPONSE_DEGRADATION).verdict())
        .isEqualTo(Verdict.BREACH);
    assertThat(value(result, StabilityLimits.RESPONSE_DEGRADATION)).isBetween(20.0, 40.0);
  }

  @Test
  void failuresThatComeWithTimeAreFound() {
    CheckResult result = soak(HOUR, Aging.NONE.failing(hours -> hours > 1 ? 0.03 : 0));

    assertThat(judgement(result, StabilityLimits.ERROR_INCREASE).verdict())
        .isEqualTo(Verdict.BREACH);
    assertThat(value(result, StabilityLimits.ERROR_INCREASE)).isBetween(2.5, 3.5);
  }

  @Test
  void secondsWithoutAnAnswerAreNoUptime() {
    CheckResult result =
        soak(HOUR, Aging.NONE.failing(hours -> hours > 0.5 && hours < 0.6 ? 1 : 0));

    assertThat(judgement(result, StabilityLimits.UPTIME).verdict()).isEqualTo(Verdict.BREACH);
  }

  @Test
  void aShortOneClaimsNothingThatItCannotShow() {
    CheckResult result = soak(Duration.ofSeconds(20), Aging.NONE);

    assertThat(result.verdict()).isIn(Verdict.NO_DATA, Verdict.INCONCLUSIVE);
    assertThat(judgement(result, StabilityLimits.UPTIME).reason())
        .isEqualTo("it takes 59 operations, there are 20");
    assertThat(judgement(result, StabilityLimits.RESPONSE_DEGRADATION).reason())
        .isEqualTo("its quarters are told apart from 40 rounds on, there are 20");
    assertThat(judgement(soak(Duration.ofMinutes(5), Aging.NONE), StabilityLimits.UPTIME).reason())
        .isEqualTo("to show that it is kept takes 2,995 operations, there were 294");
  }

  /** The windows of an hour would be a hundred times as much: those are in the journal alone. */
  @Test
  void anHourHoldsNoMoreThanItsRounds() {
    assertThat(held(run(HOUR, Aging.NONE))).isLessThan(256 * 1024);
  }

  private static long held(RunRecord record) {
    return GraphLayout.parseInstance(record.results()).totalSize();
  }

  private static CheckResult soak(Duration duration, Aging aging) {
    return run(duration, aging).results().get(0);
  }

  private static RunRecord run(Duration duration, Aging aging) {
    HandDrivenLoops loops = HandDrivenLoops.runningAtOnce();
    var plan =
        new RunPlan(
            "run-1", new Seed(1), Profile.SOAK, List.of(SOAK), false, RULES, false, duration);
    try (var events = RunEvents.inline(loops.ticker)) {
      return new Runner(
              new SimulatedService(loops, aging),
              loops.driver(),
              events,
              new Interruption(),
              loops.ticker)
          .run(plan, List.of(SOAK));
    }
  }

  private static Judgement judgement(CheckResult result, ThresholdKey key) {
    return result.judgements().stream()
        .filter(judgement -> judgement.criterion().metric().equals(key.metric()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(result.trouble().toString()));
  }

  private static double value(CheckResult result, ThresholdKey key) {
    return ((Figure.Measured) judgement(result, key).figure()).value();
  }
}
