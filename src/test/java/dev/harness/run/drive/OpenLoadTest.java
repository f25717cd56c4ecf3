package dev.harness.run.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.harness.measure.Counts;
import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.measure.WindowSnapshot;
import dev.harness.pace.Burst;
import dev.harness.pace.Constant;
import dev.harness.plan.LoadProfile;
import dev.harness.plan.LoadProfile.Open;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OpenLoadTest {
  private static final Duration MS = Duration.ofMillis(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final HandDrivenLoops loops = new HandDrivenLoops(1);

  @Test
  void firesAtTheIntendedTimes() {
    loops.stall(Duration.ofHours(3));
    long start = loops.ticker.nanoTime();
    SimulatedTarget target = SimulatedTarget.answeringIn(loops, MS);

    DrivenPhase driven = DrivenPhase.run(loops, constant(1_000, 3, 100), TIMEOUT, target);

    assertThat(target.firedAtNanos).isEqualTo(target.intendedNanos);
    assertThat(target.firedAtNanos)
        .isEqualTo(LongStream.range(0, 3_000).map(i -> start + i * 1_000_000).boxed().toList());
    assertThat(driven.counts()).isEqualTo(new Counts(3_000, 3_000, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void firesAtTheIntendedTimesWhateverTheTargetDoes() {
    SimulatedTarget target = SimulatedTarget.silent(loops);

    DrivenPhase driven = DrivenPhase.run(loops, constant(100, 2, 1_000), TIMEOUT, target);

    assertThat(target.firedAtNanos).hasSize(200).isEqualTo(target.intendedNanos);
    assertThat(driven.counts().timedOut()).isEqualTo(200);
  }

  @Test
  void waitsForASlotWithTheIntendedTimeKept() {
    SimulatedTarget target = SimulatedTarget.answeringIn(loops, Duration.ofMillis(100));

    DrivenPhase driven = DrivenPhase.run(loops, new Open(new Burst(5), 1), TIMEOUT, target);

    assertThat(target.intendedNanos).containsOnly(0L);
    assertThat(target.firedAtNanos)
        .containsExactly(0L, 100_000_000L, 200_000_000L, 300_000_000L, 400_000_000L);
    assertThat(driven.result().response().maxMillis()).isCloseTo(500, within(0.5));
    assertThat(driven.result().service().maxMillis()).isCloseTo(100, within(0.1));
    assertThat(driven.result().peakInFlight()).isEqualTo(1);
  }

  @Test
  void neverHasMoreUnderWayThanThereAreSlots() {
    SimulatedTarget target = SimulatedTarget.answeringIn(loops, Duration.ofSeconds(1));

    DrivenPhase driven = DrivenPhase.run(loops, new Open(new Burst(100), 7), TIMEOUT, target);

    assertThat(driven.result().peakInFlight()).isEqualTo(7);
  }

  @Test
  void lastsAsLongAsItsLoadEvenIfTheLastAnswerIsEarlier() {
    SimulatedTarget target = SimulatedTarget.answeringIn(loops, MS);

    DrivenPhase driven = DrivenPhase.run(loops, constant(20, 3, 1), TIMEOUT, target);

    assertThat(driven.result().elapsedNanos()).isEqualTo(3_000_000_000L);
    assertThat(driven.result().throughput()).isEqualTo(Figure.of(20.0, 60));
  }

  @Test
  void aBurstLastsUntilItsLastAnswer() {
    SimulatedTarget target = SimulatedTarget.answeringIn(loops, Duration.ofMillis(250));

    DrivenPhase driven = DrivenPhase.run(loops, new Open(new Burst(10), 10), TIMEOUT, target);

    assertThat(driven.result().elapsedNanos()).isEqualTo(250_000_000L);
  }

  @Test
  void windowsComeInOrderNoneLeftOut() {
    SimulatedTarget target = SimulatedTarget.answeringIn(loops, Duration.ofMillis(1_200));

    DrivenPhase driven =
        DrivenPhase.run(
            loops, new Open(new Constant(0.5, Duration.ofSeconds(8)), 10), TIMEOUT, target);

    assertThat(driven.windows)
        .extracting(WindowSnapshot::index)
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
    assertThat(driven.windows)
        .extracting(window -> window.counts().due())
        .containsExactly(1L, 0L, 1L, 0L, 1L, 0L, 1L, 0L);
  }

  @Test
  void windowsComeWhileTheLoadGoesOn() {
    SimulatedTarget target = SimulatedTarget.answeringIn(loops, MS);
    DrivenPhase driven = DrivenPhase.begin(loops, constant(100, 10, 10), TIMEOUT, target);

    loops.runFor(Duration.ofMillis(3_500));

    assertThat(driven.windows)
        .hasSize(3)
        .allSatisfy(w -> assertThat(w.counts().due()).isEqualTo(100));
    assertThat(driven.ended()).isFalse();
  }

  @Test
  void staysInItsWindowsWhereSendingCostsTime() {
    // Some operations keep the loop busy for 3 ms: seconds begin, and others fall due, meanwhile.
    Operation busy =
        attempt -> {
          loops.stall(Duration.ofNanos(attempt.index() % 7 == 0 ? 3_000_000 : 100_000));
          return Future.succeededFuture(Outcome.COMPLETED);
        };

    DrivenPhase driven = DrivenPhase.run(loops, constant(1_300, 5, 10), TIMEOUT, busy);

    assertThat(driven.counts()).isEqualTo(new Counts(6_500, 6_500, 0, 0, 0, 0, 0, 0));
    assertThat(driven.windows).allSatisfy(w -> assertThat(w.counts().conserved()).isTrue());
  }

  @Test
  void refusalsAndFailuresAreCountedByClass() {
    Operation operation =
        attempt ->
            switch ((int) attempt.index() % 4) {
              case 0 -> Future.succeededFuture(Outcome.refused("limit"));
              case 1 -> Future.failedFuture(new ConnectException("no"));
              case 2 -> throw new IllegalStateException("thrown where it should be returned");
              default -> Future.succeededFuture(Outcome.COMPLETED);
            };

    DrivenPhase driven = DrivenPhase.run(loops, new Open(new Burst(40), 40), TIMEOUT, operation);

    assertThat(driven.counts()).isEqualTo(new Counts(40, 10, 10, 20, 0, 0, 0, 0));
    assertThat(driven.result().total().reasons())
        .containsOnly(
            Map.entry("limit", 10L),
            Map.entry("connection-refused", 10L),
            Map.entry("illegal-state-exception", 10L));
  }

  @Test
  void takesTheTimeOfAnAnswerWhereItArrives() {
    // The answer comes on a foreign thread while the loop is blocked for another 300 ms.
    Operation operation =
        attempt -> {
          Promise<Outcome> answer = Promise.promise();
          loops.elsewhere(
              Duration.ofMillis(10),
              () -> {
                answer.complete(Outcome.COMPLETED);
                loops.stall(Duration.ofMillis(300));
              });
          return answer.future();
        };

    DrivenPhase driven = DrivenPhase.run(loops, new Open(new Burst(1), 1), TIMEOUT, operation);

    assertThat(driven.result().response().maxMillis()).isCloseTo(10, within(0.01));
  }

  static LoadProfile constant(double perSecond, int seconds, int slots) {
    return new Open(new Constant(perSecond, Duration.ofSeconds(seconds)), slots);
  }
}
