package dev.harness.target.postgres.embedded;

import dev.harness.time.Ticker;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A point in time after which nobody waits any longer, and the one place that polls. */
final class Deadline {

  private static final long BETWEEN_LOOKS_NANOS = Duration.ofMillis(2).toNanos();

  private final Ticker ticker;
  private final long atNanos;

  private Deadline(Ticker ticker, long atNanos) {
    this.ticker = ticker;
    this.atNanos = atNanos;
  }

  static Deadline after(Duration duration, Ticker ticker) {
    return new Deadline(ticker, ticker.nanoTime() + duration.toNanos());
  }

  /** What is left; zero once it has passed. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, atNanos - ticker.nanoTime()));
  }

  /**
   * Looks every two milliseconds, at least once. For what cannot notify: files, and processes that
   * are not our children.
   *
   * @return whether the condition came true in time
   * @throws EmbeddedPostgresException when the thread is interrupted, which stays set
   */
  boolean await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      if (left().isZero()) {
        return false;
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new EmbeddedPostgresException("interrupted while waiting for the server");
      }
      LockSupport.parkNanos(this, BETWEEN_LOOKS_NANOS);
    }
    return true;
  }
}
