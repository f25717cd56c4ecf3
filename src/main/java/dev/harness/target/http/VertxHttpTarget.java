package dev.harness.target.http;

import dev.harness.run.drive.Attempt;
import dev.harness.run.port.HttpTarget;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;

/** HTTP/1.1 over connections that are kept alive, one request at a time on each. */
public final class VertxHttpTarget implements HttpTarget {
  /**
   * What breaks fails its request, and is counted there. Without a handler Vert.x would log each as
   * an error: thousands a second, where a target resets its connections.
   */
  private static final Handler<Throwable> COUNTED = broken -> {};

  private final HttpClient client;

  /**
   * @param connections at the most
   */
  public VertxHttpTarget(Vertx vertx, String host, int port, int connections) {
    var options =
        new HttpClientOptions()
            .setDefaultHost(host)
            .setDefaultPort(port)
            .setKeepAlive(true)
            .setPipelining(false)
            .setTcpNoDelay(true);
    client =
        vertx
            .httpClientBuilder()
            .with(options)
            .with(new PoolOptions().setHttp1MaxSize(connections))
            .withConnectHandler(connection -> connection.exceptionHandler(COUNTED))
            .build();
  }

  /** Who has waited in vain for a connection must not get one later, and load the target then. */
  @Override
  public Future<Reply> send(Request request, Attempt attempt) {
    long roundedUp = attempt.timeLeft().toMillis() + 1;
    return open(request, options(request).setConnectTimeout(roundedUp))
        .compose(
            http -> {
              attempt.onAbandon(http::reset);
              return answer(http);
            });
  }

  @Override
  public Future<Reply> send(Request request) {
    return open(request, options(request)).compose(VertxHttpTarget::answer);
  }

  private static RequestOptions options(Request request) {
    return new RequestOptions()
        .setMethod(HttpMethod.valueOf(request.method()))
        .setURI(request.path());
  }

  private Future<HttpClientRequest> open(Request request, RequestOptions options) {
    return client
        .request(options)
        .onSuccess(
            http -> {
              http.exceptionHandler(COUNTED);
              request.headers().forEach(http::putHeader);
            });
  }

  private static Future<Reply> answer(HttpClientRequest request) {
    return request.send().compose(VertxHttpTarget::whole);
  }

  private static Future<Reply> whole(HttpClientResponse response) {
    return response.body().map(body -> new Reply(response.statusCode(), body));
  }

  @Override
  public void close() {
    client.close();
  }
}
