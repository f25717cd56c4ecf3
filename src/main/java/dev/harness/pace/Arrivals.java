package dev.harness.pace;

/**
 * The intended times of an open load, relative to its start. Immutable, and any index may be asked
 * for in any order: several event loops share one load by taking every n-th index.
 */
public sealed interface Arrivals permits Burst, Constant, Ramp, Stages {

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
}
