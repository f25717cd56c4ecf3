package dev.harness.run.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.harness.measure.Counts;
import dev.harness.measure.Outcome;
import dev.harness.pace.Burst;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.LoadProfile.Open;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeoutTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final HandDrivenLoops loops = new HandDrivenLoops(1);

  @Test
  void whatWasSentTimesOutAndIsAbandoned() {
    SimulatedTarget target = SimulatedTarget.silent(loops);

    DrivenPhase driven = DrivenPhase.run(loops, new Open(new Burst(3), 3), SECOND, target);

    assertThat(driven.counts()).isEqualTo(new Counts(3, 0, 0, 0, 3, 0, 0, 0));
    assertThat(target.abandoned).containsExactly(0L, 1L, 2L);
    assertThat(loops.ticker.nanoTime()).isEqualTo(SECOND.toNanos() + 1);
  }

  @Test
  void whatNeverGotASlotExpires() {
    SimulatedTarget target = SimulatedTarget.silent(loops);

    DrivenPhase driven = DrivenPhase.run(loops, new Open(new Burst(10), 2), SECOND, target);

    assertThat(driven.counts()).isEqualTo(new Counts(10, 0, 0, 0, 2, 8, 0, 0));
    assertThat(target.indices).containsExactly(0L, 1L);
  }

  @Test
  void anAnswerAtTheVeryEndIsInTime() {
    SimulatedTarget target = SimulatedTarget.answeringIn(loops, SECOND);

    DrivenPhase driven = DrivenPhase.run(loops, new Open(new Burst(1), 1), SECOND, target);

    assertThat(driven.counts().completed()).isEqualTo(1);
  }

  @Test
  void theTimeoutRunsFromTheIntendedTimeNotFromSending() {
    // Sent at 0, 600 ms: the second answer comes 600 ms after it was sent, but 1,200 after intent.
    SimulatedTarget target = SimulatedTarget.answeringIn(loops, Duration.ofMillis(600));

    DrivenPhase driven = DrivenPhase.run(loops, new Open(new Burst(2), 1), SECOND, target);

    assertThat(driven.counts()).isEqualTo(new Counts(2, 1, 0, 0, 1, 0, 0, 0));
  }

  @Test
  void aLateAnswerIsCountedAsLateAndAsNothingElse() {
    SimulatedTarget target =
        new SimulatedTarget(loops, sent -> sent == 0 ? Duration.ofMillis(1_500) : SECOND);

    DrivenPhase driven = DrivenPhase.run(loops, Closed.of(1, 2), SECOND, target);

    assertThat(driven.counts()).isEqualTo(new Counts(2, 1, 0, 0, 1, 0, 0, 0));
    assertThat(driven.result().late()).isEqualTo(1);
    assertThat(driven.result().response().count()).isEqualTo(1);
    assertThat(driven.result().response().maxMillis()).isCloseTo(1_000, within(1.0));
  }

  @Test
  void whatEndsBecauseItWasAbandonedIsNoLateAnswer() {
    Operation operation =
        attempt -> {
          Promise<Outcome> answer = Promise.promise();
          attempt.onAbandon(() -> answer.fail("broken off"));
          return answer.future();
        };

    DrivenPhase driven = DrivenPhase.run(loops, new Open(new Burst(3), 3), SECOND, operation);

    assertThat(driven.counts()).isEqualTo(new Counts(3, 0, 0, 0, 3, 0, 0, 0));
    assertThat(driven.result().late()).isZero();
  }

  @Test
  void anOperationThatCannotBeBrokenOffDoesNotHoldUpTheRest() {
    Operation operation =
        attempt -> {
          attempt.onAbandon(
              () -> {
                throw new IllegalStateException("cannot be broken off");
              });
          return Promise.<Outcome>promise().future();
        };

    DrivenPhase driven = DrivenPhase.run(loops, new Open(new Burst(3), 3), SECOND, operation);

    assertThat(driven.counts()).isEqualTo(new Counts(3, 0, 0, 0, 3, 0, 0, 0));
  }

  @Test
  void aSlotThatTimesOutIsFreeAgain() {
    SimulatedTarget target =
        new SimulatedTarget(loops, sent -> sent == 0 ? Duration.ofDays(9) : Duration.ofMillis(1));

    DrivenPhase driven = DrivenPhase.run(loops, Closed.of(1, 3), SECOND, target);

    assertThat(driven.counts()).isEqualTo(new Counts(3, 2, 0, 0, 1, 0, 0, 0));
    assertThat(target.firedAtNanos).isEqualTo(List.of(0L, 1_000_000_001L, 1_001_000_001L));
  }

  @Test
  void anAnswerThatArrivedInTimeCountsEvenIfItIsSeenLater() {
    Operation operation =
        attempt -> {
          Promise<Outcome> answer = Promise.promise();
          loops.elsewhere(Duration.ofMillis(900), () -> answer.complete(Outcome.COMPLETED));
          return answer.future();
        };

    DrivenPhase driven = DrivenPhase.run(loops, new Open(new Burst(1), 1), SECOND, operation);

    assertThat(driven.counts().completed()).isEqualTo(1);
  }

  @Test
  void anAnswerThatArrivesTooLateTimesOutEvenIfNobodyLookedInBetween() {
    Operation operation =
        attempt -> {
          loops.stall(Duration.ofMillis(1_001));
          return Future.succeededFuture(Outcome.COMPLETED);
        };

    DrivenPhase driven = DrivenPhase.run(loops, new Open(new Burst(1), 1), SECOND, operation);

    assertThat(driven.counts()).isEqualTo(new Counts(1, 0, 0, 0, 1, 0, 0, 0));
  }
}
