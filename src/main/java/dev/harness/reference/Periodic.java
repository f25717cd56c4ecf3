package dev.harness.reference;

import java.time.Duration;

/** Runs something again and again: an event loop's timer, or a test's hand. */
@FunctionalInterface
public interface Periodic {

  /** Begins; the task first runs after one period. What it returns ends it. */
  Runnable every(Duration period, Runnable task);
}
