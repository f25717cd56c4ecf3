package dev.harness.run.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.harness.pace.Burst;
import dev.harness.pace.Ramp;
import dev.harness.plan.LoadProfile;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.LoadProfile.Open;
import dev.harness.verdict.Fitness;
import dev.harness.verdict.SteadyState.Claim;
import java.time.Duration;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/** From the driver to the claim: which loads can be judged by, and what speaks against others. */
class SteadyLoadTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration QUICK = Duration.ofMillis(5);
  private static final Duration SLOW = Duration.ofMillis(50);

  private final HandDrivenLoops loops = new HandDrivenLoops(2);

  @Test
  void aLoadWhoseTimesStandStillIsSteady() {
    PhaseResult result = drive(constant(25), sent -> QUICK);

    assertThat(result.steadyState().claim()).isEqualTo(Claim.STEADY);
    assertThat(result.windows().windows()).isBetween(25L, 26L);
    assertThat(result.windows().withoutData()).isZero();
    assertThat(result.fitness().spoiled()).isEmpty();
    assertThat(result.fitness().excuse()).isEmpty();
  }

  @Test
  void aWarmUpThatTakesAllTheTimeSpoilsIt() {
    PhaseResult result =
        drive(
            constant(25),
            sent ->
                Duration.ofNanos(
                    1_000_000 + 50_000_000L * 1_000_000_000L / (sent + 1_000_000_000L)));

    assertThat(result.steadyState().claim()).isEqualTo(Claim.NOT_STEADY);
    assertThat(result.fitness().spoiled())
        .hasValue(
            "test was not steady: response times still changed after half of its time, before which"
                + " they were 216 % higher");
  }

  @Test
  void aWarmUpThatIsSoonOverDoesNot() {
    PhaseResult result =
        drive(constant(60), sent -> sent < Duration.ofSeconds(10).toNanos() ? SLOW : QUICK);

    assertThat(result.steadyState().claim()).isEqualTo(Claim.STEADY);
    assertThat(result.steadyState().cutSeconds()).isCloseTo(10, within(0.5));
    assertThat(result.fitness().spoiled()).isEmpty();
  }

  @Test
  void whatIsShortOrHasNoRateMakesNoClaim() {
    assertThat(claim(constant(19))).isEqualTo(Claim.NONE);
    assertThat(claim(new Open(new Ramp(50, 200, Duration.ofSeconds(25)), 10)))
        .isEqualTo(Claim.NONE);
    assertThat(claim(new Open(new Burst(5_000), 10))).isEqualTo(Claim.NONE);
    assertThat(claim(Closed.lasting(1, Duration.ofSeconds(25)))).isEqualTo(Claim.NONE);
  }

  /** Four stalls of 1.1 s: each spoils its window, and few operations in all. */
  @Test
  void aGeneratorThatOftenFailsToOfferItsLoadSpoilsIt() {
    DrivenPhase driven =
        DrivenPhase.begin(
            loops,
            OpenLoadTest.constant(20, 20, 1_000),
            LONG,
            SimulatedTarget.answeringIn(loops, QUICK));
    for (int n = 0; n < 4; n++) {
      loops.runFor(Duration.ofMillis(2_870));
      loops.stall(Duration.ofMillis(1_100));
    }
    loops.runToEnd();

    assertThat(driven.result().windows().withoutData()).isEqualTo(4);
    assertThat(driven.result().fitness().spoiled())
        .hasValueSatisfying(why -> assertThat(why).startsWith("the load was not offered"));
  }

  @Test
  void aBurstIsNotHeldAgainstTheTimesAtWhichItWasSent() {
    DrivenPhase driven =
        DrivenPhase.begin(
            loops, new Open(new Burst(500), 500), LONG, SimulatedTarget.answeringIn(loops, QUICK));
    loops.stall(Duration.ofMillis(300));
    loops.runToEnd();

    assertThat(driven.result().total().lag().percentileMillis(0.99)).isGreaterThan(100);
    assertThat(driven.result().fitness()).isEqualTo(Fitness.FIT);
  }

  private Claim claim(LoadProfile load) {
    return drive(load, sent -> QUICK).steadyState().claim();
  }

  private PhaseResult drive(LoadProfile load, LongFunction<Duration> serviceTime) {
    return DrivenPhase.run(loops, load, LONG, new SimulatedTarget(loops, serviceTime)).result();
  }

  private static LoadProfile constant(int seconds) {
    return OpenLoadTest.constant(100, seconds, 1_000);
  }
}
