package dev.harness.testing.peer;

import dev.harness.time.SystemTicker;
import dev.harness.time.Ticker;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.ContextInternal;
import java.util.concurrent.TimeUnit;

/**
 * Answers each request after the next of some known times, and says in the answer what it took in
 * truth, in nanoseconds of its own clock: a timer may ring late, and then the answer was late.
 */
public final class TimedAnswers implements Handler<HttpServerRequest> {
  private final Ticker clock = new SystemTicker();
  private final KnownTimes meant;
  private int received;

  public TimedAnswers(KnownTimes meant) {
    this.meant = meant;
  }

  @Override
  public void handle(HttpServerRequest request) {
    long receivedNanos = clock.nanoTime();
    // Vert.x timers tick in milliseconds; those of its loop below do not.
    var loop = ((ContextInternal) Vertx.currentContext()).nettyEventLoop();
    var unused =
        loop.schedule(
            () -> request.response().end(Long.toString(clock.nanoTime() - receivedNanos)),
            meant.nanosOf(received++),
            TimeUnit.NANOSECONDS);
  }
}
