package dev.harness.time;

import java.time.Duration;
import java.time.Instant;

/** A clock that stands still until a test moves it. */
public final class ManualTicker implements Ticker {
  private final Instant origin = Instant.parse("2026-01-01T00:00:00Z");
  private long nanos;

  /** Moves both clocks on. */
  public void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("time does not go back: " + by);
    }
    nanos += by.toNanos();
  }

  @Override
  public long nanoTime() {
    return nanos;
  }

  @Override
  public Instant wallTime() {
    return origin.plusNanos(nanos);
  }
}
