package dev.harness.reference;

import java.time.Duration;

/** Evicts a factory's stale engines periodically, until it is closed. */
public final class EngineSweep implements AutoCloseable {
  /** Often enough that an engine outlives its time by a quarter at most. */
  private static final int SWEEPS_PER_LIFE = 4;

  private static final Duration SHORTEST_PERIOD = Duration.ofMillis(10);

  private final Runnable stop;

  private EngineSweep(Runnable stop) {
    this.stop = stop;
  }

  /** Begins to sweep. */
  public static EngineSweep start(ExecutionEngineFactory factory, Periodic periodic) {
    Duration period = factory.limits().timeToLive().dividedBy(SWEEPS_PER_LIFE);
    if (period.compareTo(SHORTEST_PERIOD) < 0) {
      period = SHORTEST_PERIOD;
    }
    return new EngineSweep(periodic.every(period, factory::evictStale));
  }

  @Override
  public void close() {
    stop.run();
  }
}
