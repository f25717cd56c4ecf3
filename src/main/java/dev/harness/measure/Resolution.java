package dev.harness.measure;

import org.HdrHistogram.Histogram;

/** The range and the grain in which times are kept; three significant digits in both. */
public enum Resolution {
  /** Work inside this process: 1 ns to 100 s. */
  NANOSECONDS(1, 100_000_000_000L),
  /** Input and output: 1 µs to 1 h. */
  MICROSECONDS(1_000, 3_600_000_000L);

  static final int SIGNIFICANT_DIGITS = 3;

  /** So many leading bits are kept for three digits; those behind them are a bucket's width. */
  private static final int EXACT_BITS = 11;

  private final long nanosPerTick;
  private final long highestTick;

  Resolution(long nanosPerTick, long highestTick) {
    this.nanosPerTick = nanosPerTick;
    this.highestTick = highestTick;
  }

  /** Whether it is for work in this process, which no network stands before. */
  public boolean inProcess() {
    return this == NANOSECONDS;
  }

  Histogram newHistogram() {
    return new Histogram(1, highestTick, SIGNIFICANT_DIGITS);
  }

  /** One that several threads record into. */
  org.HdrHistogram.Recorder newSharedRecorder() {
    return new org.HdrHistogram.Recorder(1, highestTick, SIGNIFICANT_DIGITS);
  }

  /** The value a histogram of this resolution keeps for a time. */
  long toTicks(long nanos) {
    return Math.max(0, nanos) / nanosPerTick;
  }

  boolean inRange(long ticks) {
    return ticks <= highestTick;
  }

  /** What the samples of the bucket that ends there are on average: its middle. */
  long middleOfBucket(long highest) {
    int widthBits = Long.SIZE - Long.numberOfLeadingZeros(highest) - EXACT_BITS;
    long width = 1L << Math.max(0, widthBits);
    return highest + 1 - width + width / 2;
  }

  long toNanos(long ticks) {
    return ticks * nanosPerTick;
  }

  double toMillis(double ticks) {
    return ticks * nanosPerTick / 1e6;
  }
}
