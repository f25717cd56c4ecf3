package dev.harness.service;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Requests in flight, and the most there were at once. Safe for use from any thread. */
final class InFlight {
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger peak = new AtomicInteger();
  private final LongAdder total = new LongAdder();

  void enter() {
    int count = now.incrementAndGet();
    total.increment();
    if (count > peak.get()) {
      peak.accumulateAndGet(count, Math::max);
    }
  }

  void leave() {
    now.decrementAndGet();
  }

  int now() {
    return now.get();
  }

  /** The most at once since the beginning or the last reset. */
  int peak() {
    return peak.get();
  }

  /** All that ever entered. */
  long total() {
    return total.sum();
  }

  /** Lets the peak begin anew from what is in flight now. */
  void resetPeak() {
    peak.set(now.get());
  }
}
