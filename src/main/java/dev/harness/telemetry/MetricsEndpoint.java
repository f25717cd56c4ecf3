package dev.harness.telemetry;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.CompletionException;

/**
 * Serves the metrics of a run at {@code /q/metrics}, on the loopback interface. The text is made on
 * a worker thread, so that no load waits for it.
 */
public final class MetricsEndpoint implements AutoCloseable {
  public static final String PATH = "/q/metrics";

  private static final String LOOPBACK = "127.0.0.1";
  private static final int NOT_FOUND = 404;

  private final HttpServer server;

  private MetricsEndpoint(HttpServer server) {
    this.server = server;
  }

  /**
   * Listens. Blocks; call it on no event loop.
   *
   * @param port 0 for any that is free
   * @throws IllegalStateException where that port cannot be had, with the reason
   */
  public static MetricsEndpoint open(Vertx vertx, RunMetrics metrics, int port) {
    HttpServer server =
        vertx.createHttpServer().requestHandler(request -> serve(vertx, metrics, request));
    try {
      return new MetricsEndpoint(
          server.listen(port, LOOPBACK).toCompletionStage().toCompletableFuture().join());
    } catch (CompletionException e) {
      String why = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
      throw new IllegalStateException(String.valueOf(why), e);
    }
  }

  private static void serve(Vertx vertx, RunMetrics metrics, HttpServerRequest request) {
    if (!request.path().equals(PATH) || !request.method().equals(HttpMethod.GET)) {
      request.response().setStatusCode(NOT_FOUND).end("metrics are at " + PATH + "\n");
      return;
    }
    String accept = request.getHeader("Accept");
    vertx
        .executeBlocking(() -> metrics.text(accept), false)
        .onSuccess(
            text ->
                request.response().putHeader("Content-Type", text.contentType()).end(text.text()))
        .onFailure(failure -> request.connection().close());
  }

  /** Where it listens. */
  public String url() {
    return "http://%s:%d%s".formatted(LOOPBACK, server.actualPort(), PATH);
  }

  @Override
  public void close() {
    server.close();
  }
}
