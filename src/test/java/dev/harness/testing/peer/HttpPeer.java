package dev.harness.testing.peer;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeUnit;

/**
 * A real HTTP server on loopback, which does to its callers what a test says. It has one event loop
 * of its own, so that what it does there touches nobody else's.
 */
public final class HttpPeer implements AutoCloseable {
  private final Vertx vertx;
  private final HttpServer server;

  private HttpPeer(Vertx vertx, HttpServer server) {
    this.vertx = vertx;
    this.server = server;
  }

  /** Starts one on a free port. */
  public static HttpPeer that(Handler<HttpServerRequest> behaves) {
    // A peer may freeze its loop on purpose: nobody needs to be warned of it.
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setPreferNativeTransport(true)
                .setBlockedThreadCheckInterval(1)
                .setBlockedThreadCheckIntervalUnit(TimeUnit.HOURS));
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(behaves)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    return new HttpPeer(vertx, server);
  }

  /** One that answers at once, with nothing. */
  public static HttpPeer thatAnswersAtOnce() {
    return that(request -> request.response().end());
  }

  public int port() {
    return server.actualPort();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
