package dev.harness.run.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.harness.measure.Counts;
import dev.harness.measure.Distribution;
import dev.harness.pace.Burst;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.LoadProfile.Open;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the generator itself is to blame for, and what it is not. */
class GeneratorHealthTest {
  private static final Duration MS = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofSeconds(60);

  private final HandDrivenLoops loops = new HandDrivenLoops(1);

  @Test
  void dropsWhatItCouldHaveSentMoreThanASecondAgo() {
    DrivenPhase driven =
        DrivenPhase.begin(
            loops,
            OpenLoadTest.constant(10, 10, 1_000),
            LONG,
            SimulatedTarget.answeringIn(loops, MS));
    loops.runFor(Duration.ofMillis(1_950));
    loops.stall(Duration.ofSeconds(3));
    loops.runToEnd();

    // Due at 2.0 to 4.9 s; seen at 4.95 s; what was due before 3.95 s is more than 1 s late.
    assertThat(driven.counts()).isEqualTo(new Counts(100, 80, 0, 0, 0, 0, 0, 20));
  }

  @Test
  void doesNotChargeTheTargetWithWhatItNeverSentThoughASlotWasFree() {
    DrivenPhase driven =
        DrivenPhase.begin(
            loops,
            OpenLoadTest.constant(10, 10, 1_000),
            Duration.ofSeconds(2),
            SimulatedTarget.answeringIn(loops, MS));
    loops.runFor(Duration.ofMillis(1_950));
    loops.stall(Duration.ofSeconds(3));
    loops.runToEnd();

    assertThat(driven.counts()).isEqualTo(new Counts(100, 80, 0, 0, 0, 0, 0, 20));
  }

  @Test
  void doesNotChargeTheTargetEvenWhereTheTimeoutIsShort() {
    DrivenPhase driven =
        DrivenPhase.begin(
            loops,
            OpenLoadTest.constant(10, 5, 1_000),
            Duration.ofMillis(200),
            SimulatedTarget.answeringIn(loops, MS));
    loops.runFor(Duration.ofMillis(1_950));
    loops.stall(Duration.ofMillis(500));
    loops.runToEnd();

    // Due at 2.0 to 2.4 s, seen at 2.45 s: those at 2.0, 2.1 and 2.2 are past their timeout.
    assertThat(driven.counts()).isEqualTo(new Counts(50, 47, 0, 0, 0, 0, 0, 3));
  }

  @Test
  void dropsNothingWhereAllSlotsWereTaken() {
    SimulatedTarget target = SimulatedTarget.answeringIn(loops, Duration.ofSeconds(5));

    DrivenPhase driven = DrivenPhase.run(loops, new Open(new Burst(4), 1), LONG, target);

    assertThat(driven.counts()).isEqualTo(new Counts(4, 4, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void whatWaitsForTheTargetExpiresAndIsNotDroppedEvenIfTheGeneratorIsLateToo() {
    SimulatedTarget target = SimulatedTarget.silent(loops);
    DrivenPhase driven =
        DrivenPhase.begin(loops, new Open(new Burst(5), 2), Duration.ofSeconds(2), target);
    loops.runFor(Duration.ofSeconds(1));
    loops.stall(Duration.ofSeconds(5));
    loops.runToEnd();

    assertThat(driven.counts()).isEqualTo(new Counts(5, 0, 0, 0, 2, 3, 0, 0));
  }

  @Test
  void lagCountsOnlyFromWhenItCouldHaveBeenSent() {
    SimulatedTarget target = SimulatedTarget.answeringIn(loops, Duration.ofMillis(700));

    DrivenPhase driven = DrivenPhase.run(loops, new Open(new Burst(5), 1), LONG, target);

    assertThat(driven.result().total().lag().count()).isEqualTo(5);
    assertThat(driven.result().total().lag().maxMillis()).isZero();
    assertThat(driven.result().response().maxMillis()).isCloseTo(3_500, within(3.5));
  }

  @Test
  void lagIsThatOfTheGenerator() {
    DrivenPhase driven =
        DrivenPhase.begin(
            loops, OpenLoadTest.constant(10, 2, 10), LONG, SimulatedTarget.answeringIn(loops, MS));
    loops.runFor(Duration.ofMillis(950));
    loops.stall(Duration.ofMillis(70));
    loops.runToEnd();

    Distribution lag = driven.result().total().lag();
    assertThat(lag.count()).isEqualTo(20);
    assertThat(lag.maxMillis()).isCloseTo(20, within(0.02));
    assertThat(lag.percentileMillis(0.9)).isZero();
  }

  @Test
  void closedLoadsHaveNoLag() {
    DrivenPhase driven =
        DrivenPhase.run(loops, Closed.of(2, 20), LONG, SimulatedTarget.answeringIn(loops, MS));

    assertThat(driven.result().total().lag().count()).isZero();
  }

  /**
   * The second proof of methods.md 1. What is due x seconds into the stall waits 2 − x, and a tenth
   * of x for the queue before it (10,000/s leave, 1,000/s come); the worst tenth of the load is
   * what was due in its first second: so P90 is 1.1 s.
   */
  @Test
  void aStallOfTheTargetShowsInResponseTimesAndDropsNothing() {
    long stallBegins = Duration.ofSeconds(4).toNanos();
    long stallEnds = Duration.ofSeconds(6).toNanos();
    var target =
        new SimulatedTarget(
            loops,
            sent ->
                sent >= stallBegins && sent < stallEnds
                    ? Duration.ofNanos(stallEnds - sent).plus(MS)
                    : MS);

    DrivenPhase driven = DrivenPhase.run(loops, OpenLoadTest.constant(1_000, 10, 10), LONG, target);

    assertThat(driven.counts()).isEqualTo(new Counts(10_000, 10_000, 0, 0, 0, 0, 0, 0));
    assertThat(driven.result().response().percentileMillis(0.9)).isCloseTo(1_100, within(11.0));
    assertThat(driven.result().service().percentileMillis(0.9)).isCloseTo(1, within(0.1));
    assertThat(driven.result().total().lag().maxMillis()).isZero();
  }
}
