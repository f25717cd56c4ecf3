package dev.harness.target.http;

import dev.harness.run.drive.Attempt;
import dev.harness.run.port.HttpTarget;
import io.netty.handler.codec.DecoderException;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** HTTP/1.1 over connections that are kept alive, one request at a time on each. */
public final class VertxHttpTarget implements HttpTarget {
  /**
   * What breaks fails its request, and is counted there. Without a handler Vert.x would log each as
   * an error: thousands a second, where a target resets its connections.
   */
  private static final Handler<Throwable> COUNTED = broken -> {};

  private final HttpClient client;
  private final String basePath;
  private final Duration timeout;

  /**
   * @param connections at the most
   */
  public VertxHttpTarget(Vertx vertx, String host, int port, int connections) {
    this(
        vertx,
        new HttpClientOptions().setDefaultHost(host).setDefaultPort(port),
        connections,
        "",
        Duration.ofDays(1));
  }

  /**
   * @param options that say where and how to connect
   * @param basePath that stands before each path
   * @param timeout of one request, where its attempt has longer
   */
  VertxHttpTarget(
      Vertx vertx, HttpClientOptions options, int connections, String basePath, Duration timeout) {
    this.basePath = basePath;
    this.timeout = timeout;
    client =
        vertx
            .httpClientBuilder()
            .with(options.setKeepAlive(true).setPipelining(false).setTcpNoDelay(true))
            .with(new PoolOptions().setHttp1MaxSize(connections))
            .withConnectHandler(connection -> connection.exceptionHandler(COUNTED))
            .build();
  }

  /** Who has waited in vain for a connection must not get one later, and load the target then. */
  @Override
  public Future<Reply> send(Request request, Attempt attempt) {
    boolean attemptLasts = timeout.compareTo(attempt.timeLeft()) < 0;
    long millis = attemptLasts ? timeout.toMillis() : attempt.timeLeft().toMillis() + 1;
    Future<HttpClientRequest> opened = open(request, options(request).setConnectTimeout(millis));
    Future<Reply> reply =
        opened.compose(
            http -> {
              attempt.onAbandon(http::reset);
              return answer(http, request);
            });
    return attemptLasts ? bounded(reply, millis, opened) : reply;
  }

  /** The whole answer within that time: one that stops in the middle is none. */
  private static Future<Reply> bounded(
      Future<Reply> reply, long millis, Future<HttpClientRequest> opened) {
    return reply
        .timeout(millis, TimeUnit.MILLISECONDS)
        .onFailure(late -> opened.onSuccess(HttpClientRequest::reset));
  }

  @Override
  public Future<Reply> send(Request request) {
    return open(request, options(request)).compose(http -> answer(http, request));
  }

  /** Opens a connection, and closes it without a word. */
  Future<Void> connect() {
    return client
        .request(new RequestOptions().setConnectTimeout(timeout.toMillis()))
        .compose(
            http -> {
              http.exceptionHandler(COUNTED);
              return http.connection().close();
            });
  }

  private RequestOptions options(Request request) {
    return new RequestOptions()
        .setMethod(HttpMethod.valueOf(request.method()))
        .setURI(basePath + request.path());
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

  private static Future<Reply> answer(HttpClientRequest http, Request request) {
    Future<HttpClientResponse> response =
        request.body().length() == 0 ? http.send() : http.send(request.body());
    return response
        .compose(
            head ->
                body(head, request.mostBytes())
                    .map(body -> new Reply(head.statusCode(), head.headers(), body)))
        .recover(broken -> Future.failedFuture(decoded(broken)));
  }

  /** What is no HTTP is told by a type that could mean anything. */
  private static Throwable decoded(Throwable broken) {
    return broken instanceof IllegalArgumentException ? new DecoderException(broken) : broken;
  }

  /** All of it, or enough of it to see that it is too much. */
  private static Future<Buffer> body(HttpClientResponse response, int mostBytes) {
    Promise<Buffer> read = Promise.promise();
    Buffer body = Buffer.buffer();
    response.exceptionHandler(read::tryFail);
    response.endHandler(end -> read.tryComplete(body));
    response.handler(
        part -> {
          if (body.length() <= mostBytes) {
            body.appendBuffer(part);
          }
          if (body.length() > mostBytes && read.tryComplete(body)) {
            response.request().reset();
          }
        });
    return read.future();
  }

  @Override
  public void close() {
    client.close();
  }
}
