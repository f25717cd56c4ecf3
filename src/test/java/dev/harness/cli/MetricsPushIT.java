package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import dev.harness.testing.peer.HttpPeer;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --metrics-push --metrics-otlp}, to a server that takes what those do. */
class MetricsPushIT {
  private static final String CHECK = "context/single-creation";

  @TempDir Path home;

  private Place place;

  @BeforeEach
  void preparePlace() throws Exception {
    place = ProgramRun.in(home);
  }

  private record Pushed(String what, String type, String text) {}

  @Test
  void whatIsReportedIsPushedOnceToWhereItIsMeantToGo() throws Exception {
    var pushed = new ConcurrentLinkedQueue<Pushed>();
    Ended ended;
    try (HttpPeer peer =
        HttpPeer.that(
            request ->
                request.bodyHandler(
                    body -> {
                      String what = request.method() + " " + request.path();
                      pushed.add(
                          new Pushed(what, request.getHeader("Content-Type"), body.toString()));
                      request.response().end();
                    }))) {
      place.with("HARNESS_METRICS_PUSH", "http://127.0.0.1:" + peer.port());
      place.with("HARNESS_METRICS_OTLP", "http://127.0.0.1:" + peer.port());
      ended = place.run("run", "--profile=quick", "--check=" + CHECK);
    }

    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.err()).doesNotContain("metrics");
    JsonNode judged =
        WrittenReport.check(WrittenReport.in(place.directory()), CHECK).at("/judgements/0");
    assertThat(pushed)
        .hasSize(2)
        .first()
        .satisfies(
            push -> {
              assertThat(push.what()).isEqualTo("PUT /metrics/job/harness");
              assertThat(push.type()).startsWith("text/plain; version=0.0.4");
              assertThat(push.text())
                  .contains(
                      "harness_check_verdict{check=\"%s\",verdict=\"pass\",} 1.0\n"
                          .formatted(CHECK))
                  .containsPattern(
                      "harness_figure\\{check=\"%s\",metric=%s,unit=\"\\w+\",} %s\n"
                          .formatted(CHECK, judged.path("metric"), judged.path("value")));
            });
    assertThat(pushed)
        .last()
        .satisfies(
            push -> {
              assertThat(push.what()).isEqualTo("POST /v1/metrics");
              assertThat(push.type()).isEqualTo("application/json");
              assertThat(push.text())
                  .startsWith("{\"resourceMetrics\":[{\"resource\":{")
                  .contains("\"name\":\"harness_figure\"", judged.path("value").asText());
            });
  }

  /** Nobody takes it, or somebody refuses it: the run is what it is, and one line says so. */
  @Test
  void whatCouldNotBePushedIsToldAndChangesNoVerdict() throws Exception {
    String group = "/metrics/job/mine/branch/main";
    try (HttpPeer peer =
        HttpPeer.that(
            request ->
                request
                    .response()
                    .setStatusCode(request.path().equals(group) ? 400 : 404)
                    .end("inconsistent\u001b[31m\n"))) {
      Ended refused = push("http://127.0.0.1:%d%s".formatted(peer.port(), group));

      assertThat(refused.exitCode()).as(refused.out() + refused.err()).isZero();
      assertThat(refused.problems())
          .filteredOn(line -> line.startsWith("harness: --metrics-push"))
          .singleElement()
          .asString()
          .startsWith(
              "harness: --metrics-push: metrics were not pushed: it answers with status 400:"
                  + " inconsistent")
          .doesNotContain("\u001b");
    }
    Ended nobody = push("http://127.0.0.1:1");
    assertThat(nobody.exitCode()).as(nobody.out() + nobody.err()).isZero();
    assertThat(nobody.problems())
        .contains("harness: --metrics-push: metrics were not pushed: connection-refused");
  }

  @Test
  void whereNothingCanBePushedNothingRuns() throws Exception {
    Ended ended = push("ftp://there");

    assertThat(ended.exitCode()).isEqualTo(64);
    assertThat(ended.problems())
        .containsExactly(
            "harness: --metrics-push: it must be a URL with http or https and a host, and without a"
                + " user");
    assertThat(place.files()).isEmpty();
  }

  private Ended push(String url) throws Exception {
    return place.run("run", "--profile=quick", "--check=" + CHECK, "--metrics-push=" + url);
  }
}
