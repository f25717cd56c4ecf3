package dev.harness.target.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Counts;
import dev.harness.pace.Burst;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.LoadProfile.Open;
import dev.harness.run.drive.PhaseResult;
import dev.harness.testing.Alone;
import dev.harness.testing.Generator;
import dev.harness.testing.peer.HttpPeer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What nobody waits for any more must not become load that nobody intended. */
@Alone
class AbandonedRequestsIT {
  private static final int WAITING = 10;
  private static final Duration TIMEOUT = Duration.ofMillis(200);

  /** Ten requests, one connection, and no answer: nine wait for the connection until time is up. */
  @Test
  void whatWaitedInVainForAConnectionIsNeverSent() {
    var received = new AtomicInteger();
    var silent = new AtomicInteger(1);
    try (HttpPeer peer =
            HttpPeer.that(
                request -> {
                  received.incrementAndGet();
                  if (silent.getAndDecrement() <= 0) {
                    request.response().end();
                  }
                });
        Generator generator = new Generator(peer.port(), 1)) {
      PhaseResult inVain =
          generator.drive(new Open(new Burst(WAITING), WAITING), TIMEOUT, generator.get("/"));
      PhaseResult after = generator.drive(Closed.of(1, 1), generator.get("/"));

      assertThat(inVain.counts()).isEqualTo(new Counts(WAITING, 0, 0, 0, WAITING, 0, 0, 0));
      assertThat(after.counts().completed()).isEqualTo(1);
      assertThat(received.get()).as("the one that was sent, and the one afterwards").isEqualTo(2);
    }
  }
}
