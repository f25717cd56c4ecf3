package dev.harness.measure;

import org.HdrHistogram.Histogram;

/**
 * Times of many operations. Immutable to its readers; merging is {@link #plus}, with {@link #zero}.
 */
public final class Distribution {
  /** ln 0.05: one-sided 95 % confidence, see {@link #samplesNeeded}. */
  private static final double LN_RISK = Math.log(0.05);

  private final Resolution resolution;
  private final Histogram histogram;
  private final long overflow;

  Distribution(Resolution resolution, Histogram histogram, long overflow) {
    this.resolution = resolution;
    this.histogram = histogram;
    this.overflow = overflow;
  }

  /** No times at all. */
  public static Distribution zero(Resolution resolution) {
    return new Distribution(resolution, resolution.newHistogram(), 0);
  }

  /** Both together; neither is changed. */
  public Distribution plus(Distribution other) {
    if (other.resolution != resolution) {
      throw new IllegalArgumentException("times in " + other.resolution + " do not add to " + this);
    }
    Histogram sum = histogram.copy();
    sum.add(other.histogram);
    return new Distribution(resolution, sum, overflow + other.overflow);
  }

  /** Times within range. */
  public long count() {
    return histogram.getTotalCount();
  }

  /** Times beyond the range of the resolution: counted, shown, and in no percentile. */
  public long overflow() {
    return overflow;
  }

  /**
   * The smallest recorded time with at least ⌈q·n⌉ samples at or below it, in milliseconds; or no
   * figure, where there are too few samples to judge that percentile by.
   *
   * @param q in (0, 1), as 0.95
   */
  public Figure percentile(double q) {
    long needed = samplesNeeded(q);
    if (count() < needed) {
      return Figure.missing(
          "P%s needs %,d samples, there are %,d".formatted(trim(q * 100), needed, count()));
    }
    return overflow > 0 ? outOfRange() : Figure.of(percentileMillis(q), count());
  }

  /** The same percentile whatever the number of samples, for display only; NaN without any. */
  public double percentileMillis(double q) {
    return count() == 0
        ? Double.NaN
        : resolution.toMillis((double) histogram.getValueAtPercentile(q * 100));
  }

  /** Mean in milliseconds; no figure without samples, or where some were out of range. */
  public Figure mean() {
    if (overflow > 0) {
      return outOfRange();
    }
    return count() == 0
        ? Figure.missing("nothing completed")
        : Figure.of(resolution.toMillis(histogram.getMean()), count());
  }

  /** Longest time in milliseconds; NaN without any. */
  public double maxMillis() {
    return count() == 0 ? Double.NaN : resolution.toMillis((double) histogram.getMaxValue());
  }

  /**
   * Samples from which a percentile may be judged: with n ≥ ln 0.05 / ln q, one of them lies beyond
   * the true percentile with 95 % confidence. P95 59, P99 299, P99.9 2,995.
   */
  public static long samplesNeeded(double q) {
    if (!(q > 0 && q < 1)) {
      throw new IllegalArgumentException("a percentile lies between 0 and 1, not " + q);
    }
    return (long) Math.ceil(LN_RISK / Math.log(q));
  }

  private Figure outOfRange() {
    return Figure.missing("%,d times were out of range".formatted(overflow));
  }

  private static String trim(double percent) {
    return percent == Math.rint(percent)
        ? Long.toString((long) percent)
        : Double.toString(Math.round(percent * 1000) / 1000.0);
  }

  @Override
  public String toString() {
    return "%,d times in %s".formatted(count(), resolution);
  }
}
