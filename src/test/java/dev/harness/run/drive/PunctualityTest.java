package dev.harness.run.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.harness.measure.Distribution;
import dev.harness.measure.Outcome;
import io.vertx.core.Promise;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A generator that does not get to work knows it, however few slots it has. */
class PunctualityTest {
  private static final Duration MS = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofSeconds(60);

  private final HandDrivenLoops loops = new HandDrivenLoops(1);

  /**
   * A stall of 500 ms in 1,000/s: all that fell due in it is late, not only the one with a slot.
   */
  @Test
  void whatFindsNoSlotAfterAStallOfTheLoopIsLateToo() {
    SimulatedTarget target = SimulatedTarget.answeringIn(loops, Duration.ofNanos(100_000));
    DrivenPhase driven = DrivenPhase.begin(loops, OpenLoadTest.constant(1_000, 2, 1), LONG, target);
    loops.runFor(Duration.ofNanos(999_500_000));
    loops.stall(Duration.ofMillis(500));
    loops.runToEnd();

    Distribution lag = driven.result().total().lag();
    assertThat(lag.count()).isEqualTo(2_000);
    assertThat(lag.percentileMillis(0.75)).isZero();
    assertThat(lag.percentileMillis(0.875)).isCloseTo(250, within(2.0));
    assertThat(lag.maxMillis()).isCloseTo(499.5, within(0.5));
  }

  /**
   * The only slot is taken when the loop stops to look; the answer is there, and nobody reads it.
   */
  @Test
  void anAnswerThatNobodyReadsExcusesNoDelay() {
    SimulatedTarget target = SimulatedTarget.answeringIn(loops, MS);
    DrivenPhase driven = DrivenPhase.begin(loops, OpenLoadTest.constant(10, 10, 1), LONG, target);
    loops.runFor(Duration.ofNanos(1_900_500_000));
    loops.stall(Duration.ofSeconds(3));
    loops.runToEnd();

    // Due at 2.0 to 4.9 s, noticed at 4.9005 s: what was due up to 3.9 s is more than 1 s late.
    assertThat(driven.counts().dropped()).isEqualTo(20);
    assertThat(driven.counts().completed()).isEqualTo(80);
    assertThat(driven.result().total().lag().maxMillis()).isCloseTo(2_900.5, within(3.0));
  }

  /** The same where something waits already: its turn comes, and that of the missed does not. */
  @Test
  void whatWaitedBeforeAStallKeepsItsTurn() {
    SimulatedTarget target = SimulatedTarget.answeringIn(loops, Duration.ofMillis(150));
    DrivenPhase driven = DrivenPhase.begin(loops, OpenLoadTest.constant(10, 10, 1), LONG, target);
    loops.runFor(Duration.ofNanos(1_900_500_000));
    loops.stall(Duration.ofSeconds(3));
    loops.runToEnd();

    assertThat(driven.counts().dropped()).isEqualTo(20);
    assertThat(driven.counts().completed()).isEqualTo(80);
  }

  @Test
  void aSlowTargetIsNotTheGeneratorsDelay() {
    SimulatedTarget target = SimulatedTarget.answeringIn(loops, Duration.ofMillis(50));

    DrivenPhase driven = DrivenPhase.run(loops, OpenLoadTest.constant(100, 5, 1), LONG, target);

    assertThat(driven.result().response().maxMillis()).isGreaterThan(10_000);
    assertThat(driven.result().total().lag().count()).isEqualTo(500);
    assertThat(driven.result().total().lag().maxMillis()).isZero();
    assertThat(driven.counts().dropped()).isZero();
  }

  /** Sending takes 2 ms where 1 ms is left: the generator falls behind, with slots to spare. */
  @Test
  void fallsBehindWhereSendingTakesTooLong() {
    DrivenPhase driven =
        DrivenPhase.run(
            loops, OpenLoadTest.constant(1_000, 2, 10_000), LONG, sendingFor(Duration.ofMillis(2)));

    Distribution lag = driven.result().total().lag();
    assertThat(lag.count()).isEqualTo(2_000);
    assertThat(lag.percentileMillis(0.25)).isBetween(200.0, 500.0);
  }

  /** An operation that keeps its loop busy, and is answered soon after. */
  private Operation sendingFor(Duration time) {
    return attempt -> {
      loops.stall(time);
      Promise<Outcome> answer = Promise.promise();
      loops.here(Duration.ofNanos(1_000), () -> answer.complete(Outcome.COMPLETED));
      return answer.future();
    };
  }
}
