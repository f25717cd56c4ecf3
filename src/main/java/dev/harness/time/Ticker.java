package dev.harness.time;

import java.time.Instant;

/** Tells the time: a monotonic one to measure with, and the wall's to print. */
public interface Ticker {

  /**
   * Nanoseconds since an arbitrary origin that stays the same for the life of the process. Never
   * goes back; only differences mean anything.
   */
  long nanoTime();

  /** The wall clock's time. May jump; never subtract one from another. */
  Instant wallTime();
}
