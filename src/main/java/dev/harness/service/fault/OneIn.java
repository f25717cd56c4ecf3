package dev.harness.service.fault;

import java.util.concurrent.atomic.AtomicLong;

/** Every so many times, exactly. Asked from any thread. */
public final class OneIn {
  private final int times;
  private final AtomicLong asked = new AtomicLong();

  /**
   * Picks the last of each so many.
   *
   * @param times at least 1
   */
  public OneIn(int times) {
    this.times = times;
  }

  /** Whether it is this time. */
  public boolean now() {
    return asked.incrementAndGet() % times == 0;
  }
}
