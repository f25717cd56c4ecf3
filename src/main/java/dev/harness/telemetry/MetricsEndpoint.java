package dev.harness.telemetry;

import dev.harness.run.Interruption;
import dev.harness.time.Ticker;
import dev.harness.verdict.ExitCode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

/**
 * Serves the metrics of a run at {@code /q/metrics}, on the loopback interface. The text is made on
 * a worker thread, so that no load waits for it.
 */
public final class MetricsEndpoint implements AutoCloseable {
  public static final String PATH = "/q/metrics";

  private static final String LOOPBACK = "127.0.0.1";
  private static final int NOT_FOUND = 404;

  /** So long an end that is asked for may take to be heard. */
  private static final long LISTEN_EVERY_NANOS = 50_000_000;

  private final HttpServer server;
  private final Scrapes scrapes;
  private final Ticker ticker;

  private MetricsEndpoint(HttpServer server, Scrapes scrapes, Ticker ticker) {
    this.server = server;
    this.scrapes = scrapes;
    this.ticker = ticker;
  }

  /**
   * Listens. Blocks; call it on no event loop.
   *
   * @param port 0 for any that is free
   * @throws IllegalStateException where that port cannot be had, with the reason
   */
  public static MetricsEndpoint open(Vertx vertx, RunMetrics metrics, int port, Ticker ticker) {
    var scrapes = new Scrapes();
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> {
                  long asked = ticker.nanoTime();
                  serve(vertx, metrics, request, () -> scrapes.scraped(asked));
                });
    try {
      return new MetricsEndpoint(
          server.listen(port, LOOPBACK).toCompletionStage().toCompletableFuture().join(),
          scrapes,
          ticker);
    } catch (CompletionException e) {
      String why = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
      throw new IllegalStateException(String.valueOf(why), e);
    }
  }

  private static void serve(
      Vertx vertx, RunMetrics metrics, HttpServerRequest request, Runnable scraped) {
    if (!request.path().equals(PATH) || !request.method().equals(HttpMethod.GET)) {
      request.response().setStatusCode(NOT_FOUND).end("metrics are at " + PATH + "\n");
      return;
    }
    String accept = request.getHeader("Accept");
    vertx
        .executeBlocking(() -> metrics.text(accept), false)
        .compose(
            text ->
                request.response().putHeader("Content-Type", text.contentType()).end(text.text()))
        .onSuccess(sent -> scraped.run())
        .onFailure(failure -> request.connection().close());
  }

  /** Where it listens. */
  public String url() {
    return "http://%s:%d%s".formatted(LOOPBACK, server.actualPort(), PATH);
  }

  /**
   * Waits until whoever scraped this while it changed has also got what it is in the end; no longer
   * than until the next scrape is overdue, and not where the run was interrupted. Blocks.
   *
   * @param sinceNanos when the last change was, by the ticker
   */
  public void awaitScrapeSince(long sinceNanos, Interruption interruption) {
    long patience = scrapes.patienceNanos(sinceNanos, ticker.nanoTime());
    while (patience > 0 && !interrupted(interruption)) {
      LockSupport.parkNanos(Math.min(patience, LISTEN_EVERY_NANOS));
      patience = scrapes.patienceNanos(sinceNanos, ticker.nanoTime());
    }
  }

  /** A run that was aborted for what it found has a result to be seen, too. */
  private static boolean interrupted(Interruption interruption) {
    ExitCode asked = interruption.asked();
    return asked != null && asked != ExitCode.FAILED;
  }

  @Override
  public void close() {
    server.close();
  }
}
