package dev.harness.run.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.harness.measure.Counts;
import dev.harness.measure.WindowSnapshot;
import dev.harness.pace.ThinkTime;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.random.Seed;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Closed loads of users who pause. */
class ThinkingUsersTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Duration TENTH = Duration.ofMillis(100);
  private static final ThinkTime FIXED = new ThinkTime.Fixed(Duration.ofMillis(400));

  private final HandDrivenLoops loops = new HandDrivenLoops(1);

  /** Three users, each with an operation of 0.1 s and a pause of 0.4 s: three every half second. */
  @Test
  void pauseAfterEachOperation() {
    SimulatedTarget target = SimulatedTarget.answeringIn(loops, TENTH);

    DrivenPhase driven = DrivenPhase.run(loops, Closed.of(3, 30).thinking(FIXED), TIMEOUT, target);

    assertThat(target.firedAtNanos)
        .isEqualTo(LongStream.range(0, 30).map(i -> i / 3 * 500_000_000).boxed().toList());
    assertThat(driven.counts()).isEqualTo(new Counts(30, 30, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void areDueWhenTheyAreSent() {
    SimulatedTarget target = SimulatedTarget.answeringIn(loops, TENTH);
    var exponential = new ThinkTime.Exponential(Duration.ofMillis(50), new Seed(3));

    DrivenPhase driven =
        DrivenPhase.run(loops, Closed.of(5, 500).thinking(exponential), TIMEOUT, target);

    assertThat(target.intendedNanos).isEqualTo(target.firedAtNanos);
    assertThat(driven.result().total().lag().count()).isZero();
  }

  /**
   * The interactive response time law: so many users with a service time of 0.1 s and a mean think
   * time of 0.9 s complete one operation a second each. The margin is 4.5 standard errors of a sum
   * of exponential times.
   */
  @Test
  void bringAsManyOperationsAsTheLawSays() {
    int users = 20;
    int seconds = 600;
    var think = new ThinkTime.Exponential(Duration.ofMillis(900), new Seed(1));

    DrivenPhase driven =
        DrivenPhase.run(
            loops,
            Closed.lasting(users, Duration.ofSeconds(seconds)).thinking(think),
            TIMEOUT,
            SimulatedTarget.answeringIn(loops, TENTH));

    double expected = (double) users * seconds;
    assertThat((double) driven.counts().completed())
        .isCloseTo(expected, within(4.5 * 0.9 * Math.sqrt(expected) + users));
    assertThat(driven.result().meanInFlight()).isCloseTo(users * 0.1, within(0.05 * users * 0.1));
  }

  @Test
  void needNoTimerEach() {
    SimulatedTarget target = SimulatedTarget.answeringIn(loops, TENTH);
    var think = new ThinkTime.Exponential(Duration.ofSeconds(10), new Seed(1));
    DrivenPhase driven =
        DrivenPhase.begin(
            loops, Closed.lasting(1_000, Duration.ofSeconds(20)).thinking(think), TIMEOUT, target);

    loops.runFor(Duration.ofSeconds(5));

    assertThat(target.firedAtNanos).hasSizeGreaterThan(1_200);
    assertThat(loops.timers()).isEqualTo(1);
    loops.runToEnd();
    assertThat(driven.counts().conserved()).isTrue();
  }

  /** The last pause would end at 1.5 s. */
  @Test
  void theirLoadEndsWhenItsTimeIsOverWhoeverStillPauses() {
    DrivenPhase driven =
        DrivenPhase.run(
            loops,
            Closed.lasting(2, Duration.ofMillis(1_200)).thinking(FIXED),
            TIMEOUT,
            SimulatedTarget.answeringIn(loops, TENTH));

    assertThat(driven.counts()).isEqualTo(new Counts(6, 6, 0, 0, 0, 0, 0, 0));
    assertThat(driven.result().elapsedNanos()).isEqualTo(1_200_000_000L);
    assertThat(loops.ticker.nanoTime()).isEqualTo(1_200_000_000L);
    assertThat(driven.windows).extracting(WindowSnapshot::index).containsExactly(0L, 1L);
  }

  @Test
  void theirLoadEndsWithItsLastOperationAndNotWithAPause() {
    DrivenPhase driven =
        DrivenPhase.run(
            loops,
            Closed.of(1, 3).thinking(FIXED),
            TIMEOUT,
            SimulatedTarget.answeringIn(loops, TENTH));

    assertThat(driven.result().elapsedNanos()).isEqualTo(1_100_000_000L);
    assertThat(loops.ticker.nanoTime()).isEqualTo(1_100_000_000L);
  }

  @Test
  void pauseAfterATimeoutToo() {
    SimulatedTarget target = SimulatedTarget.silent(loops);

    DrivenPhase driven =
        DrivenPhase.run(loops, Closed.of(1, 3).thinking(FIXED), Duration.ofSeconds(1), target);

    // Given up in the nanosecond after the timeout.
    assertThat(target.firedAtNanos).containsExactly(0L, 1_400_000_001L, 2_800_000_002L);
    assertThat(driven.counts().timedOut()).isEqualTo(3);
  }

  @Test
  void pauseEquallyLongWhicheverLaneTheyAreOn() {
    var think = new ThinkTime.Exponential(TENTH, new Seed(1));
    Closed load = Closed.of(12, 1_000).thinking(think);

    for (int lanes = 1; lanes <= 4; lanes++) {
      for (int lane = 0; lane < lanes; lane++) {
        Intentions share = Intentions.of(load, lane, lanes, 50);
        assertThat(share.pauseNanos(share.index(5))).isEqualTo(think.nanosAfter(lane + 5L * lanes));
      }
    }
  }

  @Test
  void leaveAtOnceWhenTheyAreStopped() {
    DrivenPhase driven =
        DrivenPhase.begin(
            loops,
            Closed.lasting(4, Duration.ofSeconds(60)).thinking(FIXED),
            TIMEOUT,
            SimulatedTarget.answeringIn(loops, TENTH));
    loops.runFor(Duration.ofMillis(300));

    driven.driver.stop(Duration.ofSeconds(2));
    loops.runToEnd();

    assertThat(driven.counts()).isEqualTo(new Counts(4, 4, 0, 0, 0, 0, 0, 0));
    assertThat(loops.ticker.nanoTime()).isEqualTo(300_000_000L);
  }
}
