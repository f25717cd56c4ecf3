package dev.harness.target.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harness.plan.SourceMetric;
import dev.harness.plan.scenario.HttpService;
import dev.harness.plan.scenario.HttpService.Tls;
import dev.harness.run.port.NotAvailableException;
import dev.harness.target.http.PlannedHttp;
import dev.harness.testing.peer.HostilePeer;
import dev.harness.testing.peer.HostilePeer.Way;
import dev.harness.testing.peer.HttpPeer;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Endpoints that are real, most of which do what they should not. */
class PrometheusReadingsIT {
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void readsAnEndpointAgainAndAgain() {
    var text = new AtomicReference<>("process_open_fds 3\n");
    try (HttpPeer peer = HttpPeer.that(request -> request.response().end(text.get()));
        PrometheusReadings readings = readings(peer.port(), "/metrics")) {
      assertThat(readings.read().value(SourceMetric.REPORTED_OPEN_FILES)).hasValue(3);

      text.set("process_open_fds 4\n");
      assertThat(readings.read().value(SourceMetric.REPORTED_OPEN_FILES)).hasValue(4);
    }
  }

  @Test
  void tellsWhyThereIsNothing() {
    try (HttpPeer peer =
        HttpPeer.that(
            request -> {
              switch (request.path()) {
                case "/page" -> request.response().end("<html>hello</html>");
                case "/other" -> request.response().end("up 1\n");
                default -> request.response().setStatusCode(404).end();
              }
            })) {
      assertRefused(peer.port(), "/page", "it does not tell metrics: line 1: the name");
      assertRefused(peer.port(), "/other", "nothing that it tells is known here");
      assertRefused(peer.port(), "/nothing", "nobody is there (status 404)");
    }
  }

  /** All at once: those that stall take their whole time. */
  @Test
  void whateverAnEndpointDoesItIsTriedNoLongerThanItMayTake() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(Way.values().length);
    try (var peer = new HostilePeer()) {
      Map<Way, CompletableFuture<String>> asked = new EnumMap<>(Way.class);
      for (Way way : Way.values()) {
        asked.put(
            way, CompletableFuture.supplyAsync(() -> reason(peer.port(), way.path()), threads));
      }
      Map<Way, String> reasons = new EnumMap<>(Way.class);
      asked.forEach((way, reason) -> reasons.put(way, reason.join()));

      assertThat(reasons.get(Way.STALLS)).isEqualTo("no whole answer within 2 s");
      assertThat(reasons.get(Way.IS_SILENT)).isEqualTo("no whole answer within 2 s");
      assertThat(reasons.get(Way.FLOODS))
          .isIn("it answers with more than 8 MB", "no whole answer within 2 s");
      assertThat(reasons.get(Way.ANSWERS)).startsWith("it does not tell metrics");
      assertThat(reasons.get(Way.TALKS_NONSENSE)).isEqualTo("garbled-answer");
      assertThat(reasons.get(Way.RESETS)).startsWith("connection-");
      assertThat(reasons.get(Way.HALF_CLOSES)).startsWith("connection-");
      assertThat(reasons.get(Way.CLOSES_EARLY)).startsWith("connection-");
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void oneThatHasEndedIsTold() {
    PrometheusReadings readings;
    int port;
    try (HttpPeer peer = HttpPeer.that(request -> request.response().end("go_threads 1\n"))) {
      port = peer.port();
      readings = readings(port, "/metrics");
      readings.read();
    }
    try (readings) {
      assertThatThrownBy(readings::read).isInstanceOf(NotAvailableException.class);
      assertThatThrownBy(readings::read)
          .isInstanceOf(NotAvailableException.class)
          .hasMessage("connection-refused");
    }
  }

  private void assertRefused(int port, String path, String reason) {
    try (PrometheusReadings readings = readings(port, path)) {
      assertThatThrownBy(readings::read)
          .isInstanceOf(NotAvailableException.class)
          .hasMessageStartingWith(reason);
    }
  }

  private String reason(int port, String way) {
    try (PrometheusReadings readings = readings(port, "/" + way)) {
      return "read: " + readings.read();
    } catch (NotAvailableException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private PrometheusReadings readings(int port, String path) {
    String url = "http://127.0.0.1:" + port;
    var service =
        new HttpService(
            "metrics", URI.create(url), url, HttpService.DEFAULT_TIMEOUT, 1, Tls.DEFAULT);
    return new PrometheusReadings(
        url + path, path, "nobody is there", () -> PlannedHttp.target(vertx, service));
  }
}
