package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import dev.harness.testing.peer.HttpPeer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code monitor --monitor-user}, of the reference service, and of one that tells of no user. */
class MonitorUserIT {
  private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
  private static final int OK = 200;

  @TempDir Path home;

  private final HttpClient client = HttpClient.newHttpClient();
  private Place place;

  @BeforeEach
  void preparePlace() throws Exception {
    place = ProgramRun.in(home);
  }

  @Test
  void tellsOfThatUserAndOfNoOther() throws Exception {
    Ended ended;
    String metrics;
    try (ProgramRun target = place.start("target", "--port=0")) {
      assertThat(target.holdsBeforeItEnds(() -> URL.matcher(target.out()).find())).isTrue();
      Matcher url = URL.matcher(target.out());
      assertThat(url.find()).isTrue();
      try (ProgramRun monitor =
          place.start(
              "monitor",
              "--url=" + url.group() + "/q/metrics",
              "--monitor-user=ann smith",
              "--duration=8s",
              "--interval=250ms",
              "--realtime",
              "--output=report.json")) {
        assertThat(monitor.holdsBeforeItEnds(() -> asked(url.group()) && seen(monitor))).isTrue();
        ended = monitor.end();
      }
      metrics =
          client
              .send(
                  HttpRequest.newBuilder(URI.create(url.group() + "/q/metrics")).build(),
                  BodyHandlers.ofString())
              .body();
    }
    JsonNode told =
        WrittenReport.read(place.directory().resolve("report.json")).at("/source_analysis/1");
    assertThat(told.path("source").asText()).startsWith("user ann smith at http");
    assertThat(told.at("/figures/user_requests/peak").asDouble()).isPositive();
    assertThat(told.at("/figures/user_latency_p95/last").asDouble()).isGreaterThanOrEqualTo(20);
    assertThat(told.at("/figures/user_failures/peak").asDouble()).isZero();
    assertThat(ended.out()).contains("user ann smith at http", "user_latency_p95", "user_engines");
    assertShownAgain(ended.exitCode());
    assertThat(metrics).contains("harness_target_requests_total").doesNotContain("ann", "bob");
  }

  /** By its file, and by a directory with no run in it. */
  private void assertShownAgain(int exitCode) throws Exception {
    Ended shown = place.run("report", "report.json");
    assertThat(shown.exitCode()).as(shown.err()).isEqualTo(exitCode);
    assertThat(shown.problems()).containsExactly("written: report.html");
    assertThat(Files.readString(place.directory().resolve("report.html")))
        .contains("<!doctype html>", "user ann smith at http", "user_latency_p95");

    Ended again = place.run("report", ".");
    assertThat(again.out()).isEqualTo(shown.out()).contains("The host watched for");
    assertThat(again.problems())
        .containsExactly("left as it is: ./report.html; --force writes it again");
  }

  @Test
  void aServiceThatTellsOfNoUserIsToldOfInOneLine() throws Exception {
    try (HttpPeer peer =
        HttpPeer.that(
            request ->
                request
                    .response()
                    .setStatusCode(request.path().equals("/metrics") ? OK : 404)
                    .end("process_open_fds 4\n"))) {
      String url = "http://127.0.0.1:" + peer.port();

      Ended ended =
          place.run(
              "monitor",
              "--url=" + url + "/metrics",
              "--monitor-user=ann",
              "--duration=1s",
              "--interval=100ms");

      assertThat(ended.problems())
          .containsExactly(
              ("harness: user ann at %s/users/ann is not available: it tells nothing of single"
                      + " users there (status 404)")
                  .formatted(url));
      assertThat(ended.out()).contains("reported_open_files");
    }
  }

  @Test
  void withoutAServiceThereIsNobodyToFollow() throws Exception {
    Ended ended = place.run("monitor", "--monitor-user=ann", "--duration=1s");

    assertThat(ended.exitCode()).isEqualTo(64);
    assertThat(ended.problems())
        .containsExactly(
            "harness: --monitor-user: say by --url where the service tells its metrics; users are"
                + " told of beside them");
  }

  /** One request of each of two users, which takes 20 ms. */
  private boolean asked(String url) {
    return post(url, "ann smith") && post(url, "bob");
  }

  private boolean post(String url, String user) {
    try {
      return client
              .send(
                  HttpRequest.newBuilder(URI.create(url + "/requests?work-ms=20"))
                      .header("X-User-Id", user)
                      .header("X-Thread-Id", "t-1")
                      .header("X-Run-Id", "r-1")
                      .header("X-Request-Id", "q-1")
                      .POST(BodyPublishers.noBody())
                      .build(),
                  BodyHandlers.discarding())
              .statusCode()
          == OK;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Its plain lines tell of the user, and of more than nothing. */
  private static boolean seen(ProgramRun monitor) {
    return monitor.err().lines().anyMatch(line -> line.contains("latency p95 2"));
  }
}
