package dev.harness.run.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.harness.measure.Counts;
import dev.harness.measure.Distribution;
import dev.harness.measure.Outcome;
import dev.harness.testing.peer.KnownTimes;
import io.vertx.core.Promise;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Percentiles of times that are known to the nanosecond, on a clock that is driven by hand. */
class KnownTimesTest {
  private static final int PER_SECOND = 2_000;
  private static final int SECONDS = 5;
  private static final int OPERATIONS = PER_SECOND * SECONDS;
  private static final int NOBODY_WAITS = 1_000;
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private final HandDrivenLoops loops = new HandDrivenLoops(1);

  @Test
  void lognormal() {
    KnownTimes times = KnownTimes.lognormal(OPERATIONS, 5, 0.5, 1);
    PhaseResult result = drive(times, NOBODY_WAITS);

    assertPercentiles(result.service(), times);
    assertPercentiles(result.response(), times);
  }

  @Test
  void bimodal() {
    KnownTimes times = KnownTimes.bimodal(OPERATIONS, 5, 30, 0.1, 2);
    PhaseResult result = drive(times, NOBODY_WAITS);

    assertPercentiles(result.service(), times);
    assertPercentiles(result.response(), times);
  }

  /** Lindley: who comes next waits for what is left of the wait and the service before it. */
  @Test
  void responseTimesHaveTheQueueBeforeTheOnlySlot() {
    KnownTimes service = KnownTimes.lognormal(OPERATIONS, 0.42, 0.5, 3);
    long[] response = new long[OPERATIONS];
    long gapNanos = Duration.ofSeconds(1).toNanos() / PER_SECOND;
    long waitNanos = 0;
    for (int i = 0; i < OPERATIONS; i++) {
      response[i] = waitNanos + service.nanosOf(i);
      waitNanos = Math.max(0, response[i] - gapNanos);
    }

    PhaseResult result = drive(service, 1);

    assertPercentiles(result.service(), service);
    assertPercentiles(result.response(), KnownTimes.of(response));
    assertThat(result.response().maxMillis()).isGreaterThan(2 * result.service().maxMillis());
    assertThat(result.total().lag().maxMillis()).isZero();
  }

  private PhaseResult drive(KnownTimes times, int slots) {
    Operation operation =
        attempt -> {
          Promise<Outcome> answer = Promise.promise();
          loops.here(
              Duration.ofNanos(times.nanosOf((int) attempt.index())),
              () -> answer.complete(Outcome.COMPLETED));
          return answer.future();
        };
    PhaseResult result =
        DrivenPhase.run(
                loops, OpenLoadTest.constant(PER_SECOND, SECONDS, slots), TIMEOUT, operation)
            .result();
    assertThat(result.counts()).isEqualTo(new Counts(OPERATIONS, OPERATIONS, 0, 0, 0, 0, 0, 0));
    return result;
  }

  /** To three digits, as an HdrHistogram keeps them, and the microsecond of its grain. */
  private static void assertPercentiles(Distribution measured, KnownTimes truth) {
    for (double q : new double[] {0.5, 0.95, 0.99, 0.999}) {
      double exact = truth.percentileMillis(q);
      assertThat(measured.percentileMillis(q))
          .as("P%s", 100 * q)
          .isCloseTo(exact, within(0.001 + exact / 1_000));
    }
  }
}
