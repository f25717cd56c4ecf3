package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import dev.harness.testing.peer.HostilePeer;
import dev.harness.testing.peer.HostilePeer.Way;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --plan} on a service that does the worst to each request that it can. */
class HostileServiceIT {
  private static final int MOST_BYTES = 2_000_000;

  /** What sockets hold on both sides of a loopback connection, at the most. */
  private static final int BUFFERS = 20_000_000;

  @TempDir Path home;

  @Test
  void eachWrongIsAFailureOfItsOwnClassAndNoneIsWaitedForForEver() throws Exception {
    Place place = ProgramRun.in(home);
    try (var peer = new HostilePeer()) {
      place.file("ways.csv", "way\n" + ways());
      place.file(
          "plan.yaml",
          """
          name: hostile
          targets: { peer: { url: "http://127.0.0.1:%d", timeout: 1s } }
          users: { file: ways.csv }
          scenarios:
            ask:
              load: { closed: 16, duration: 2s }
              thresholds: [ error_rate <= 100%% ]
              steps: [ { request: "GET /${user.way}", name: ask, expect: { max_bytes: %d } } ]
          """
              .formatted(peer.port(), MOST_BYTES));

      Ended ended = place.run("run", "--plan", "plan.yaml");

      assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
      JsonNode phase =
          WrittenReport.check(WrittenReport.in(place.directory()), "plan/ask").at("/phases/0");
      Map<String, Long> reasons = reasons(phase);
      // Too much is told as such only where it comes in time.
      long late = peer.did(Way.FLOODS) - reasons.getOrDefault("ask/too-large", 0L);
      assertThat(reasons)
          .isEqualTo(
              Map.of(
                  "ask/timeout-in-client",
                  peer.did(Way.STALLS) + peer.did(Way.IS_SILENT) + late,
                  "ask/connection-broken",
                  peer.did(Way.RESETS),
                  "ask/connection-closed",
                  peer.did(Way.HALF_CLOSES) + peer.did(Way.CLOSES_EARLY),
                  "ask/garbled-answer",
                  peer.did(Way.TALKS_NONSENSE),
                  "ask/too-large",
                  peer.did(Way.FLOODS) - late));
      assertThat(phase.path("completed").asLong()).isEqualTo(peer.did(Way.ANSWERS)).isPositive();
      assertThat(peer.cutOff())
          .as("connections of no more use")
          .isEqualTo(
              peer.did(Way.STALLS)
                  + peer.did(Way.IS_SILENT)
                  + peer.did(Way.HALF_CLOSES)
                  + peer.did(Way.TALKS_NONSENSE)
                  + peer.did(Way.FLOODS));
      assertThat(peer.mostSent()).as("of 100 MB").isLessThan(MOST_BYTES + BUFFERS);
    }
  }

  private static String ways() {
    return Arrays.stream(Way.values()).map(Way::path).collect(Collectors.joining("\n"));
  }

  private static Map<String, Long> reasons(JsonNode phase) {
    Map<String, Long> counts = new HashMap<>();
    JsonNode reasons = phase.path("reasons");
    reasons.fieldNames().forEachRemaining(name -> counts.put(name, reasons.path(name).asLong()));
    return counts;
  }
}
