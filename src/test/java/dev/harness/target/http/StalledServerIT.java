package dev.harness.target.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.harness.measure.Counts;
import dev.harness.pace.Constant;
import dev.harness.plan.LoadProfile.Open;
import dev.harness.run.drive.PhaseResult;
import dev.harness.testing.Alone;
import dev.harness.testing.Generator;
import dev.harness.testing.peer.Freezing;
import dev.harness.testing.peer.HttpPeer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The second proof of methods.md 1, over real sockets. */
@Alone
class StalledServerIT {
  private static final int WORST_TENTH = 1_000;

  /**
   * 1,000/s for 10 s over 10 connections to a server that stands still from second 4 to second 6.
   * Response times only fall from the first request of the stall on, so the worst tenth of 10,000
   * are those due in its first second. The last of them was due 1 s before the thaw, and then waits
   * for the 999 before it: P90 is 1 s, and what the server takes for 1,000 answers, some 50 ms,
   * which it keeps by its own clock.
   */
  @Test
  void aStallShowsInResponseTimesAndNotInServiceTimesAndDropsNothing() {
    var server = new Freezing(Duration.ofSeconds(4), Duration.ofSeconds(6), WORST_TENTH);
    try (HttpPeer peer = HttpPeer.that(server);
        Generator generator = new Generator(peer.port(), 10)) {
      var load = new Open(new Constant(1_000, Duration.ofSeconds(10)), 10);

      PhaseResult result = generator.drive(load, generator.get("/"));

      assertThat(result.counts()).isEqualTo(new Counts(10_000, 10_000, 0, 0, 0, 0, 0, 0));
      assertThat(result.response().percentileMillis(0.9))
          .isCloseTo(1_000 + server.nthSinceThawMillis(), withinPercentage(10));
      assertThat(result.service().percentileMillis(0.9)).isLessThan(20);
      assertThat(result.service().maxMillis()).isBetween(1_900.0, 4_000.0);
    }
  }
}
