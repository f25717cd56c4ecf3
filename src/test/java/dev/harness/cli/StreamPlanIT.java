package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import dev.harness.testing.peer.HostileStreams;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --plan} with WebSocket streams, on a service that keeps its word and on one not. */
class StreamPlanIT {
  private static final Map<String, String> CLASSES =
      Map.ofEntries(
          Map.entry("refuses", "connect/status-403"),
          Map.entry("is-busy", "connect/status-503"),
          Map.entry("is-mute", "await/timeout-in-client"),
          Map.entry("vanishes", "await/closed-1006"),
          Map.entry("talks-nonsense", "await/closed-1006"),
          Map.entry("closes-1000", "await/closed-1000"),
          Map.entry("closes-1001", "await/closed-1001"),
          Map.entry("closes-1008", "await/closed-1008"),
          Map.entry("closes-1011", "await/closed-1011"),
          Map.entry("closes-3000", "await/closed-3000"),
          Map.entry("closes-4999", "await/closed-4999"),
          Map.entry("is-slow", "stay/too-few-events"),
          Map.entry("skips", "stay/out-of-order:/seq"),
          Map.entry("does-not-count", "stay/json-missing:/seq"));

  @TempDir Path home;

  private Place place;

  @BeforeEach
  void preparePlace() throws Exception {
    place = ProgramRun.in(home);
  }

  /** The worked example; what this machine can do in 100 ms is not what is tested. */
  @Test
  void thePlanOfTheDocumentsPasses() throws Exception {
    try (ProgramRun target = place.start("target", "--port", "0")) {
      assertThat(target.holdsBeforeItEnds(() -> target.out().contains("ready"))).isTrue();
      String url = target.out().replaceAll("(?s).*\"http(://[^\"]+)\".*", "ws$1");
      place.file(
          "plan.yaml",
          Files.readString(Path.of("docs", "plans", "reference-events.yaml"))
              .replace("ws://127.0.0.1:8080", url)
              .replace("<= 100ms", "<= 1900ms")
              .replace("closed: 20, duration: 10s", "closed: 40, duration: 2s")
              .replace("warm_up: 2s", "warm_up: 1s"));

      Ended tried = place.run("run", "--plan", "plan.yaml", "--dry-run");
      Ended ended = place.run("run", "--plan", "plan.yaml", "--verbose");

      assertThat(tried.exitCode()).as(tried.out() + tried.err()).isZero();
      assertThat(tried.out())
          .containsPattern("connect: connect ws://127.0.0.1:\\d+/events\\?user=user-\\d+&token=\\$")
          .containsPattern("first-event: await, within 2s\\R  → as expected\\R")
          .containsPattern("acknowledge: send ack 1\\R  → as expected\\R")
          .containsPattern("feed: stay 1s\\R  → as expected\\R");
      assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
      assertThat(ended.out())
          .containsPattern("✔ plan/follow +first_event_service_time_p95 +[0-9.]+ ms +≤ 1,900 ms")
          .containsPattern("isolation_breaches +0 +≤ 0");
    }
    JsonNode report = WrittenReport.in(place.directory());
    double iterations = WrittenReport.check(report, "plan/follow").at("/phases/0/due").asDouble();
    assertThat(iterations).isGreaterThanOrEqualTo(20);
    assertThat(WrittenReport.figure(report, "plan/follow", "isolation_probes"))
        .as("each event is looked through")
        .isGreaterThanOrEqualTo(21 * iterations);
  }

  @Test
  void eachWrongIsAFailureOfItsOwnClass() throws Exception {
    try (var streams = new HostileStreams()) {
      place.file("ways.csv", "way\nanswers\nconfuses\n" + String.join("\n", CLASSES.keySet()));
      place.file(
          "plan.yaml",
          """
          name: streams
          targets: { live: { url: "ws://127.0.0.1:%d", timeout: 1s } }
          users: { file: ways.csv }
          scenarios:
            follow:
              load: { closed: 30, duration: 2s }
              thresholds: [ error_rate <= 100%% ]
              steps:
                - connect: /${user.way}
                - send: { token: "${user.canary}" }
                - await: { exists: /token }
                - stay: 200ms
                  expect: { rate: 10, sequence: /seq }
                - close: 4000
          """
              .formatted(streams.port()));

      Ended ended = place.run("run", "--plan", "plan.yaml");

      assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(1);
      assertThat(ended.out())
          .containsPattern("BREACH in plan/follow after [0-9.]+ s: user-\\d+ saw what belongs to");
      JsonNode phase =
          WrittenReport.check(WrittenReport.in(place.directory()), "plan/follow").at("/phases/0");
      Map<String, Long> expected = new TreeMap<>();
      CLASSES.forEach((way, as) -> expected.merge(as, streams.did(way), Long::sum));
      expected.put("await/foreign-canary", streams.did("confuses"));
      assertThat(reasons(phase)).isEqualTo(expected);
      assertThat(phase.path("refused").asLong()).isEqualTo(streams.did("is-busy"));
      assertThat(phase.path("completed").asLong()).isEqualTo(streams.did("answers")).isPositive();
    }
  }

  private static Map<String, Long> reasons(JsonNode phase) {
    Map<String, Long> counts = new TreeMap<>();
    JsonNode reasons = phase.path("reasons");
    reasons.fieldNames().forEachRemaining(name -> counts.put(name, reasons.path(name).asLong()));
    return counts;
  }
}
