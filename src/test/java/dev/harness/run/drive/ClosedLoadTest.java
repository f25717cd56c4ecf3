package dev.harness.run.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Counts;
import dev.harness.measure.Outcome;
import dev.harness.measure.WindowSnapshot;
import dev.harness.plan.LoadProfile.Closed;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ClosedLoadTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Duration TENTH = Duration.ofMillis(100);

  private final HandDrivenLoops loops = new HandDrivenLoops(1);

  @Test
  void keepsExactlySoManyUnderWay() {
    SimulatedTarget target = SimulatedTarget.answeringIn(loops, TENTH);

    DrivenPhase driven = DrivenPhase.run(loops, Closed.of(3, 30), TIMEOUT, target);

    assertThat(target.firedAtNanos)
        .isEqualTo(LongStream.range(0, 30).map(i -> i / 3 * 100_000_000).boxed().toList());
    assertThat(driven.result().peakInFlight()).isEqualTo(3);
  }

  @Test
  void endsByCount() {
    DrivenPhase driven =
        DrivenPhase.run(
            loops, Closed.of(4, 10), TIMEOUT, SimulatedTarget.answeringIn(loops, TENTH));

    assertThat(driven.counts()).isEqualTo(new Counts(10, 10, 0, 0, 0, 0, 0, 0));
    assertThat(driven.result().elapsedNanos()).isEqualTo(300_000_000L);
  }

  @Test
  void endsByDurationAndWaitsForWhatIsUnderWay() {
    Duration time = Duration.ofMillis(950);

    DrivenPhase driven =
        DrivenPhase.run(
            loops, Closed.lasting(2, time), TIMEOUT, SimulatedTarget.answeringIn(loops, TENTH));

    assertThat(driven.counts()).isEqualTo(new Counts(20, 20, 0, 0, 0, 0, 0, 0));
    assertThat(driven.result().elapsedNanos()).isEqualTo(1_000_000_000L);
  }

  @Test
  void startsNothingAtTheMomentItsTimeIsOver() {
    DrivenPhase driven =
        DrivenPhase.run(
            loops,
            Closed.lasting(1, Duration.ofSeconds(1)),
            TIMEOUT,
            SimulatedTarget.answeringIn(loops, TENTH));

    assertThat(driven.counts().due()).isEqualTo(10);
  }

  @Test
  void intendsAnOperationWhenItSendsIt() {
    SimulatedTarget target = SimulatedTarget.answeringIn(loops, TENTH);

    DrivenPhase.run(loops, Closed.of(1, 10), TIMEOUT, target);

    assertThat(target.intendedNanos).isEqualTo(target.firedAtNanos);
  }

  @Test
  void doesNotRecurseWhereAnswersComeAtOnce() {
    DrivenPhase driven =
        DrivenPhase.run(
            loops,
            Closed.of(1, 1_000_000),
            TIMEOUT,
            attempt -> Future.succeededFuture(Outcome.COMPLETED));

    assertThat(driven.counts().completed()).isEqualTo(1_000_000);
  }

  @Test
  void letsOthersWorkWhereAnswersComeAtOnce() {
    var fired = new AtomicLong();
    var firedWhenOthersWorked = new AtomicLong();
    DrivenPhase driven =
        DrivenPhase.begin(
            loops,
            Closed.of(1, 10_000),
            TIMEOUT,
            attempt -> {
              fired.incrementAndGet();
              return Future.succeededFuture(Outcome.COMPLETED);
            });
    loops.loop().execute(() -> firedWhenOthersWorked.set(fired.get()));

    loops.runToEnd();

    assertThat(firedWhenOthersWorked.get()).isBetween(1L, 1_000L);
    assertThat(driven.counts().completed()).isEqualTo(10_000);
  }

  @Test
  void eachWindowIsConservedWhereAnswersComeAtOnceAndSendingCostsTime() {
    DrivenPhase driven =
        DrivenPhase.run(loops, Closed.lasting(1, Duration.ofMillis(3_300)), TIMEOUT, busy(1_300));

    assertThat(driven.counts().conserved()).isTrue();
    assertThat(driven.counts().due()).isEqualTo(2_539);
    assertThat(driven.windows).allSatisfy(w -> assertThat(w.counts().conserved()).isTrue());
    assertThat(driven.windows).extracting(WindowSnapshot::index).containsExactly(0L, 1L, 2L, 3L);
  }

  @Test
  void endsByDurationEvenIfItsTimeIsOverBetweenTwoBatches() {
    // 256 operations of 1 ms make a batch; before the next, the loop is blocked for 2 s.
    DrivenPhase driven =
        DrivenPhase.begin(loops, Closed.lasting(1, Duration.ofMillis(257)), TIMEOUT, busy(1_000));
    loops.loop().execute(() -> loops.stall(Duration.ofSeconds(2)));
    loops.runToEnd();

    assertThat(driven.counts()).isEqualTo(new Counts(256, 256, 0, 0, 0, 0, 0, 0));
    assertThat(driven.windows).allSatisfy(w -> assertThat(w.counts().conserved()).isTrue());
  }

  private Operation busy(int micros) {
    return attempt -> {
      loops.stall(Duration.ofNanos(micros * 1_000L));
      return Future.succeededFuture(Outcome.COMPLETED);
    };
  }
}
