package dev.harness.service.fault;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what is done, and picks out each hundredth. Asked from any thread. */
final class EveryHundredth {
  private final AtomicLong done = new AtomicLong();

  /** Whether this one is picked. */
  boolean picked() {
    return done.incrementAndGet() % 100 == 0;
  }
}
