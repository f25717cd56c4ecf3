package dev.harness.service;

import dev.harness.time.SystemTicker;
import dev.harness.time.Ticker;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** Talks to the service as a client would. */
final class ServiceClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int CONNECTIONS = 500;

  /** An answer with its body read. */
  record Reply(int status, MultiMap headers, Buffer body) {
    JsonObject json() {
      return body.toJsonObject();
    }
  }

  private final Ticker ticker = new SystemTicker();
  private final Vertx vertx;
  private final URI base;
  private final HttpClient http;
  private final WebSocketClient webSockets;

  ServiceClient(Vertx vertx, URI base) {
    this.vertx = vertx;
    this.base = base;
    this.http = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS));
    this.webSockets =
        vertx.createWebSocketClient(
            new WebSocketClientOptions().setMaxConnections(CONNECTIONS).setClosingTimeout(1));
  }

  HttpClient http() {
    return http;
  }

  Future<Reply> post(String user, String request, int millis) {
    return post(user, request, "work-ms=" + millis);
  }

  Future<Reply> post(String user, String request, String work) {
    return send(
        to(HttpMethod.POST, "/requests?" + work)
            .putHeader("X-User-Id", user)
            .putHeader("X-Thread-Id", "t-1")
            .putHeader("X-Run-Id", "r-1")
            .putHeader("X-Request-Id", request)
            .putHeader("X-User-Token", "token of " + user));
  }

  /** Does something with a session of the user's, which has the same key as all others'. */
  Future<Reply> session(HttpMethod method, String user, Buffer value) {
    RequestOptions options =
        to(method, "/sessions/same")
            .putHeader("X-User-Id", user)
            .putHeader("X-Thread-Id", "t-1")
            .putHeader("X-Run-Id", "r-1")
            .putHeader("X-Request-Id", "q-1");
    return http.request(options)
        .compose(request -> request.send(value).compose(ServiceClient::whole));
  }

  RequestOptions to(HttpMethod method, String path) {
    return new RequestOptions()
        .setMethod(method)
        .setHost(base.getHost())
        .setPort(base.getPort())
        .setURI(path);
  }

  Future<Reply> send(RequestOptions options) {
    // The body must be asked for before the callback that brings the response returns.
    return http.request(options).compose(request -> request.send().compose(ServiceClient::whole));
  }

  private static Future<Reply> whole(HttpClientResponse response) {
    return response.body().map(body -> new Reply(response.statusCode(), response.headers(), body));
  }

  TestStream stream(String query) throws Exception {
    return TestStream.open(vertx, webSockets, base.getPort(), base.getHost(), "/events?" + query);
  }

  JsonObject stats() throws Exception {
    return now(send(to(HttpMethod.GET, "/stats"))).json();
  }

  /** Asks for the stats again and again, until they are as they should be. */
  JsonObject statsOnce(Predicate<JsonObject> asTheyShouldBe) throws Exception {
    long begin = ticker.nanoTime();
    while (true) {
      JsonObject stats = stats();
      if (asTheyShouldBe.test(stats)) {
        return stats;
      }
      if (ticker.nanoTime() - begin > PATIENCE.toNanos()) {
        throw new AssertionError("the stats did not become as they should: " + stats.encode());
      }
    }
  }

  static <T> T now(Future<T> future)
      throws InterruptedException, ExecutionException, TimeoutException {
    return future
        .toCompletionStage()
        .toCompletableFuture()
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void close() throws Exception {
    now(http.close());
    now(webSockets.close());
  }
}
