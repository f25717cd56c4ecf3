package dev.harness.control.fault;

import java.util.concurrent.atomic.AtomicLong;

/** Every so many times, exactly. Asked from any thread. */
final class OneIn {
  private final int times;
  private final AtomicLong asked = new AtomicLong();

  /**
   * @param times at least 1
   */
  OneIn(int times) {
    this.times = times;
  }

  /** Whether it is this time. */
  boolean now() {
    return asked.incrementAndGet() % times == 0;
  }
}
