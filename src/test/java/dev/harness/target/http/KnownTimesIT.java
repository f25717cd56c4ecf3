package dev.harness.target.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.harness.measure.Counts;
import dev.harness.measure.Distribution;
import dev.harness.measure.Outcome;
import dev.harness.pace.Constant;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.LoadProfile.Open;
import dev.harness.run.drive.Attempt;
import dev.harness.run.drive.Operation;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.HttpTarget.Request;
import dev.harness.testing.Alone;
import dev.harness.testing.Generator;
import dev.harness.testing.peer.HttpPeer;
import dev.harness.testing.peer.KnownTimes;
import dev.harness.testing.peer.TimedAnswers;
import dev.harness.time.SystemTicker;
import dev.harness.time.Ticker;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Percentiles over real sockets, of times that are known: the server says in each answer how long
 * it waited, by its own clock. What comes on top is the way there and back, which is known as well.
 *
 * <p>A machine with other work makes the way long, and no figure can be closer to the truth than
 * that. So the figures must always lie between what the server waited and what way and waiting can
 * come to at most; and within 1 ms or 1 % of the truth wherever the way left them a chance.
 */
@Alone
class KnownTimesIT {
  private static final int PER_SECOND = 2_000;
  private static final int OPERATIONS = 3 * PER_SECOND;
  private static final int CONNECTIONS = 200;
  private static final int WARM_UP = 20_000;
  private static final double PRECISION = 0.001;

  @Test
  void lognormal() {
    assertTold(KnownTimes.lognormal(OPERATIONS, 5, 0.5, 1));
  }

  @Test
  void bimodal() {
    assertTold(KnownTimes.bimodal(OPERATIONS, 5, 30, 0.1, 2));
  }

  private static void assertTold(KnownTimes meant) {
    try (HttpPeer prompt = HttpPeer.that(new TimedAnswers(KnownTimes.of(new long[WARM_UP])));
        HttpPeer peer = HttpPeer.that(new TimedAnswers(meant));
        Generator warmUp = new Generator(prompt.port(), CONNECTIONS);
        Generator generator = new Generator(peer.port(), CONNECTIONS)) {
      warmUp.drive(Closed.of(CONNECTIONS, WARM_UP), new Witness(warmUp, WARM_UP));
      var witness = new Witness(generator, OPERATIONS);
      var load = new Open(new Constant(PER_SECOND, Duration.ofSeconds(3)), CONNECTIONS);

      PhaseResult result = generator.drive(load, witness);

      assertThat(result.counts()).isEqualTo(new Counts(OPERATIONS, OPERATIONS, 0, 0, 0, 0, 0, 0));
      for (double q : new double[] {0.5, 0.95, 0.99, 0.999}) {
        assertTold(q, witness, result);
      }
    }
  }

  private static void assertTold(double q, Witness witness, PhaseResult result) {
    double truth = witness.waited().percentileMillis(q);
    double response = result.response().percentileMillis(q);
    double service = result.service().percentileMillis(q);
    // Of three parts, whatever they have to do with each other: the sum exceeds the sum of their
    // bounds in no more than the sum of the shares in which each exceeds its own.
    double each = 1 - (1 - q) / 3;
    Distribution lag = result.total().lag();
    double added = witness.way().percentileMillis(each) + lag.percentileMillis(each);
    String what = "P%s, with %.3f ms on the way".formatted(100 * q, added);

    assertThat(service).as(what).isGreaterThanOrEqualTo(truth * (1 - PRECISION));
    assertThat(response).as(what).isGreaterThanOrEqualTo(service);
    assertThat(response)
        .as(what)
        .isLessThan((witness.waited().percentileMillis(each) + added) * (1 + PRECISION) + 1);
    if (added < 0.5) {
      assertThat(response).as(what).isCloseTo(truth, within(Math.max(1, truth / 100)));
      assertThat(service).as(what).isCloseTo(truth, within(Math.max(1, truth / 100)));
    }
  }

  /** Sends, and keeps of each operation what its server waited and what came on top. */
  private static final class Witness implements Operation {
    private final Ticker clock = new SystemTicker();
    private final Generator generator;
    private final long[] waitedNanos;
    private final long[] wayNanos;

    Witness(Generator generator, int operations) {
      this.generator = generator;
      this.waitedNanos = new long[operations];
      this.wayNanos = new long[operations];
    }

    @Override
    public Future<Outcome> fire(Attempt attempt) {
      int index = (int) attempt.index();
      long sentNanos = clock.nanoTime();
      return generator
          .target
          .send(new Request("GET", "/", Map.of()), attempt)
          .map(
              reply -> {
                waitedNanos[index] = Long.parseLong(reply.body().toString());
                wayNanos[index] = clock.nanoTime() - sentNanos - waitedNanos[index];
                return Outcome.COMPLETED;
              });
    }

    KnownTimes waited() {
      return KnownTimes.of(waitedNanos);
    }

    KnownTimes way() {
      return KnownTimes.of(wayNanos);
    }
  }
}
