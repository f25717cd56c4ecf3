package dev.harness.pace;

import java.util.OptionalDouble;

/**
 * The intended times of an open load, relative to its start. Immutable, and any index may be asked
 * for in any order: several event loops share one load by taking every n-th index.
 */
public sealed interface Arrivals permits Burst, Constant, Poisson, Ramp, Stages {

  /** Operations that the load intends in all. */
  long count();

  /**
   * When an operation is due, in nanoseconds after the start. Never falls as the index rises.
   *
   * @param index from 0 to {@link #count()} − 1
   */
  long nanosAt(long index);

  /** Nanoseconds over which the arrivals are spread: the length of the measured phase. */
  long durationNanos();

  /**
   * Arrivals per second, where that is the same throughout; empty where it changes, and for a
   * burst, which has none. What is said of steady states holds for steady rates only.
   */
  OptionalDouble steadyRate();
}
