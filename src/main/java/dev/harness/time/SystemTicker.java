package dev.harness.time;

import java.time.Instant;

/** The machine's own clocks. The only class that reads them. */
public final class SystemTicker implements Ticker {

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Instant wallTime() {
    return Instant.now();
  }
}
