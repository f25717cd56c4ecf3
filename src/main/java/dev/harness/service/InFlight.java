package dev.harness.service;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntUnaryOperator;

/**
 * Requests in flight, at most so many, and the most there were at once. Safe for use from any
 * thread.
 */
final class InFlight {
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger peak = new AtomicInteger();
  private final LongAdder total = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final int limit;
  private final IntUnaryOperator oneMore;

  /**
   * @param limit requests in flight at the most; at least 1
   */
  InFlight(int limit) {
    this.limit = limit;
    this.oneMore = count -> count < limit ? count + 1 : count;
  }

  /** Takes one more in, unless there are as many as may be; whether it did. */
  boolean enter() {
    int before = now.getAndUpdate(oneMore);
    if (before == limit) {
      refused.increment();
      return false;
    }
    total.increment();
    if (before + 1 > peak.get()) {
      peak.accumulateAndGet(before + 1, Math::max);
    }
    return true;
  }

  void leave() {
    now.decrementAndGet();
  }

  int limit() {
    return limit;
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

  /** All that found no room. */
  long refused() {
    return refused.sum();
  }

  /** Lets the peak begin anew from what is in flight now. */
  void resetPeak() {
    peak.set(now.get());
  }
}
