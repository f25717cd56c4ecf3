package dev.harness.target.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Counts;
import dev.harness.pace.Constant;
import dev.harness.plan.LoadProfile;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.LoadProfile.Open;
import dev.harness.run.drive.Operation;
import dev.harness.run.drive.PhaseResult;
import dev.harness.testing.Alone;
import dev.harness.testing.Generator;
import dev.harness.testing.peer.ErraticPeer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Due = the sum of all outcomes, over real sockets to a server that does whatever it likes. */
@Alone
class ErraticServerIT {
  private static final int OPERATIONS = 2_000;
  private static final int CONNECTIONS = 50;
  private static final Duration TIMEOUT = Duration.ofMillis(400);

  static Stream<LoadProfile> loads() {
    return Stream.of(
        new Open(new Constant(1_000, Duration.ofSeconds(2)), CONNECTIONS),
        Closed.of(CONNECTIONS, OPERATIONS));
  }

  @ParameterizedTest
  @MethodSource("loads")
  void whatWasDueHasExactlyOneOutcome(LoadProfile load) {
    try (ErraticPeer peer = new ErraticPeer(1);
        Generator generator = new Generator(peer.port(), CONNECTIONS)) {
      var fired = new AtomicLong();
      Operation get = generator.get("/");

      PhaseResult result =
          generator.drive(
              load,
              TIMEOUT,
              attempt -> {
                fired.incrementAndGet();
                return get.fire(attempt);
              });

      Counts counts = result.counts();
      assertThat(counts.conserved()).as("%s", counts).isTrue();
      assertThat(counts.due()).isEqualTo(OPERATIONS);
      // What was fired is what ended in any way but those of the unsent.
      assertThat(fired.get()).isEqualTo(OPERATIONS - counts.expired() - counts.dropped());
      assertThat(counts.unfinished()).isZero();
      // Its faults are all there, and none of them is taken for an answer.
      assertThat(counts.completed()).isPositive().isLessThan(fired.get());
      assertThat(counts.timedOut()).isPositive();
      assertThat(result.total().reasons())
          .containsKeys("status-500", "status-429", "connection-closed")
          .doesNotContainKey("no-outcome");
      long reasons = result.total().reasons().values().stream().mapToLong(n -> n).sum();
      assertThat(reasons).isEqualTo(counts.failed() + counts.refused());
      assertThat(result.response().count()).isEqualTo(counts.completed());
    }
  }
}
