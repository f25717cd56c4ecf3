package dev.harness.target.http;

import dev.harness.run.drive.Attempt;
import dev.harness.run.port.HttpTarget;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;

/** HTTP/1.1 over connections that are kept alive, one request at a time on each. */
public final class VertxHttpTarget implements HttpTarget {
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
    client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(connections));
  }

  @Override
  public Future<Reply> send(Request request, Attempt attempt) {
    return open(request)
        .compose(
            http -> {
              attempt.onAbandon(http::reset);
              return answer(http);
            });
  }

  @Override
  public Future<Reply> send(Request request) {
    return open(request).compose(VertxHttpTarget::answer);
  }

  private Future<HttpClientRequest> open(Request request) {
    return client
        .request(HttpMethod.valueOf(request.method()), request.path())
        .onSuccess(http -> request.headers().forEach(http::putHeader));
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
