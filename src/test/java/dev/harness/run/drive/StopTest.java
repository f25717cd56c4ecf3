package dev.harness.run.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Counts;
import dev.harness.measure.Outcome;
import dev.harness.measure.Resolution;
import dev.harness.pace.Burst;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.LoadProfile.Open;
import dev.harness.random.Seed;
import dev.harness.user.UserPopulation;
import io.vertx.core.Future;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StopTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HandDrivenLoops loops = new HandDrivenLoops(2);

  @Test
  void sendsNothingMoreAndWaitsForWhatIsUnderWay() {
    SimulatedTarget target = SimulatedTarget.answeringIn(loops, Duration.ofMillis(500));
    DrivenPhase driven =
        DrivenPhase.begin(loops, OpenLoadTest.constant(10, 60, 100), TIMEOUT, target);
    loops.runFor(Duration.ofMillis(2_050));

    driven.driver.stop(Duration.ofSeconds(2));
    loops.runToEnd();

    assertThat(target.firedAtNanos).hasSize(21);
    assertThat(driven.counts()).isEqualTo(new Counts(21, 21, 0, 0, 0, 0, 0, 0));
    assertThat(driven.ended()).isTrue();
  }

  @Test
  void whatIsStillUnderWayAfterTheGraceIsUnfinishedAndAbandoned() {
    SimulatedTarget target = SimulatedTarget.silent(loops);
    DrivenPhase driven = DrivenPhase.begin(loops, Closed.of(4, 100), TIMEOUT, target);
    loops.runFor(Duration.ofSeconds(1));

    driven.driver.stop(Duration.ofSeconds(2));
    loops.runFor(Duration.ofMillis(1_999));
    assertThat(driven.ended()).isFalse();
    loops.runToEnd();

    assertThat(driven.counts()).isEqualTo(new Counts(4, 0, 0, 0, 0, 0, 4, 0));
    assertThat(target.abandoned).containsExactlyInAnyOrder(0L, 1L, 2L, 3L);
    assertThat(loops.ticker.nanoTime()).isEqualTo(Duration.ofSeconds(3).toNanos());
  }

  @Test
  void whatWaitsForASlotIsUnfinishedAtOnce() {
    SimulatedTarget target = SimulatedTarget.answeringIn(loops, Duration.ofSeconds(1));
    DrivenPhase driven = DrivenPhase.begin(loops, new Open(new Burst(10), 2), TIMEOUT, target);
    loops.runFor(Duration.ofMillis(1_500));

    driven.driver.stop(Duration.ofSeconds(5));
    loops.runToEnd();

    assertThat(driven.counts()).isEqualTo(new Counts(10, 4, 0, 0, 0, 0, 6, 0));
  }

  @Test
  void theShorterGraceHolds() {
    DrivenPhase driven =
        DrivenPhase.begin(loops, Closed.of(1, 1), TIMEOUT, SimulatedTarget.silent(loops));
    loops.runFor(Duration.ofSeconds(1));

    driven.driver.stop(Duration.ofSeconds(1));
    driven.driver.stop(Duration.ofSeconds(20));
    loops.runToEnd();

    assertThat(driven.counts().unfinished()).isEqualTo(1);
    assertThat(loops.ticker.nanoTime()).isEqualTo(Duration.ofSeconds(2).toNanos());
  }

  @Test
  void stoppingInTheMiddleOfABatchLosesNothing() {
    DrivenPhase driven =
        DrivenPhase.begin(
            loops,
            Closed.lasting(1, Duration.ofMillis(900)),
            TIMEOUT,
            attempt -> {
              loops.stall(Duration.ofMillis(1));
              return Future.succeededFuture(Outcome.COMPLETED);
            });
    loops.runFor(Duration.ofMillis(1));

    loops.stall(Duration.ofSeconds(3));
    driven.driver.stop(Duration.ZERO);
    loops.runToEnd();

    assertThat(driven.counts().conserved()).isTrue();
    assertThat(driven.ended()).isTrue();
  }

  @Test
  void whatHasEndedIsNotStoppedAgain() {
    DrivenPhase driven =
        DrivenPhase.run(
            loops,
            Closed.of(1, 5),
            TIMEOUT,
            SimulatedTarget.answeringIn(loops, Duration.ofMillis(1)));

    driven.driver.stop(Duration.ZERO);
    loops.runToEnd();

    assertThat(driven.counts().completed()).isEqualTo(5);
  }

  @Test
  void toCancelTheStreamIsToStopAtOnce() {
    SimulatedTarget target = SimulatedTarget.answeringIn(loops, Duration.ofMillis(10));
    var driver = new Driver(loops.ticker, loops.loops());
    var phase =
        new Phase(
            "cancelled",
            OpenLoadTest.constant(10, 60, 10),
            new UserPopulation(1, "run-1", new Seed(1)),
            Resolution.MICROSECONDS,
            TIMEOUT,
            target);
    var subscription = driver.drive(phase, end -> {}).subscribe().with(window -> {});
    loops.runFor(Duration.ofMillis(1_050));

    subscription.cancel();
    loops.runToEnd();

    assertThat(target.firedAtNanos).hasSize(11);
  }
}
