package dev.harness.testing.peer;

import dev.harness.time.SystemTicker;
import dev.harness.time.Ticker;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Answers at once, but for one span of time after the first request, in which it does nothing at
 * all: its only thread stands still, and nothing is read, answered or accepted.
 */
public final class Freezing implements Handler<HttpServerRequest> {
  private final Ticker clock = new SystemTicker();
  private final long fromNanos;
  private final long untilNanos;
  private final int nth;
  private long startNanos;
  private int received;
  private int sinceThaw;
  private volatile long nthSinceThawNanos;

  /**
   * @param nth an answer after the thaw of which the time is kept
   */
  public Freezing(Duration from, Duration until, int nth) {
    this.fromNanos = from.toNanos();
    this.untilNanos = until.toNanos();
    this.nth = nth;
  }

  @Override
  public void handle(HttpServerRequest request) {
    if (received++ == 0) {
      startNanos = clock.nanoTime();
    }
    while (frozen()) {
      LockSupport.parkNanos(untilNanos - sinceStart());
    }
    request.response().end();
    if (sinceStart() >= untilNanos && ++sinceThaw == nth) {
      nthSinceThawNanos = sinceStart() - untilNanos;
    }
  }

  private boolean frozen() {
    return sinceStart() >= fromNanos && sinceStart() < untilNanos;
  }

  private long sinceStart() {
    return clock.nanoTime() - startNanos;
  }

  /** When, counted from the thaw, that answer was given. */
  public double nthSinceThawMillis() {
    return nthSinceThawNanos / 1e6;
  }
}
