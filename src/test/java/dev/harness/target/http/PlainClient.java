package dev.harness.target.http;

import dev.harness.time.SystemTicker;
import dev.harness.time.Ticker;
import io.netty.channel.EventLoop;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.impl.ContextInternal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The Vert.x client with nothing around it: it measures nothing, and forgets when a request was
 * due. What the harness costs is what it costs more than this.
 */
final class PlainClient {
  private final Ticker clock = new SystemTicker();
  private final ContextInternal context;
  private final HttpClient client;
  private final int connections;

  PlainClient(Vertx vertx, int port, int connections) {
    this.context = (ContextInternal) vertx.getOrCreateContext();
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setDefaultHost("127.0.0.1").setDefaultPort(port),
            new PoolOptions().setHttp1MaxSize(connections));
    this.connections = connections;
  }

  /** So many requests, on each connection one after the other. */
  void oneAfterAnother(int requests) {
    var run = new Run(requests);
    context.runOnContext(
        now -> {
          for (int i = 0; i < connections; i++) {
            run.sendAndGoOn();
          }
        });
    run.done.join();
  }

  /** So many requests, at a steady rate. */
  void paced(int requests, double perSecond) {
    var run = new Run(requests);
    context.runOnContext(now -> run.pace(context.nettyEventLoop(), 1e9 / perSecond));
    run.done.join();
  }

  private final class Run {
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final int requests;
    private long startNanos;
    private int sent;
    private int ended;

    Run(int requests) {
      this.requests = requests;
    }

    void sendAndGoOn() {
      if (sent < requests) {
        send(this::sendAndGoOn);
      }
    }

    /** Sends what is due, and sets a timer for the next. */
    void pace(EventLoop loop, double gapNanos) {
      if (sent == 0) {
        startNanos = clock.nanoTime();
      }
      while (sent < requests && dueNanos(gapNanos) <= clock.nanoTime()) {
        send(() -> {});
      }
      if (sent < requests) {
        long wait = dueNanos(gapNanos) - clock.nanoTime();
        var unused = loop.schedule(() -> pace(loop, gapNanos), wait, TimeUnit.NANOSECONDS);
      }
    }

    private long dueNanos(double gapNanos) {
      return startNanos + Math.round(sent * gapNanos);
    }

    private void send(Runnable then) {
      sent++;
      client
          .request(HttpMethod.GET, "/")
          .compose(HttpClientRequest::send)
          .compose(HttpClientResponse::body)
          .onComplete(
              answer -> {
                if (answer.failed()) {
                  done.completeExceptionally(answer.cause());
                } else if (++ended == requests) {
                  done.complete(null);
                }
                then.run();
              });
    }
  }
}
