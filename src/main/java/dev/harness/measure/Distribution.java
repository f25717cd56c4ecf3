package dev.harness.measure;

import java.util.Arrays;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * Times of many operations, as an HdrHistogram keeps them: each within a bucket of three
 * significant digits. Holds only the buckets that have samples, so that an hour of one-second
 * windows fits into memory. Immutable; merging is {@link #plus}, with {@link #zero}.
 */
public final class Distribution {
  /** ln 0.05: one-sided 95 % confidence, see {@link #samplesNeeded}. */
  private static final double LN_RISK = Math.log(0.05);

  private static final double NANOS_PER_SECOND = 1e9;

  private final Resolution resolution;

  /** The highest time of each bucket that has samples, rising. */
  private final long[] ticks;

  /** Samples in that bucket and all before it. */
  private final long[] upTo;

  private final long overflow;

  private Distribution(Resolution resolution, long[] ticks, long[] upTo, long overflow) {
    this.resolution = resolution;
    this.ticks = ticks;
    this.upTo = upTo;
    this.overflow = overflow;
  }

  /** No times at all. */
  public static Distribution zero(Resolution resolution) {
    return new Distribution(resolution, new long[0], new long[0], 0);
  }

  /**
   * What a histogram of that resolution holds now; it may change afterwards.
   *
   * @param overflow times that did not fit into it
   */
  public static Distribution of(Resolution resolution, Histogram histogram, long overflow) {
    long[] ticks = new long[64];
    long[] upTo = new long[64];
    int n = 0;
    for (HistogramIterationValue bucket : histogram.recordedValues()) {
      if (n == ticks.length) {
        ticks = Arrays.copyOf(ticks, 2 * n);
        upTo = Arrays.copyOf(upTo, 2 * n);
      }
      ticks[n] = bucket.getValueIteratedTo();
      upTo[n++] = bucket.getTotalCountToThisValue();
    }
    return new Distribution(resolution, Arrays.copyOf(ticks, n), Arrays.copyOf(upTo, n), overflow);
  }

  /** A histogram with the same times, for HdrHistogram's own formats and tools. */
  public Histogram toHistogram() {
    Histogram histogram = resolution.newHistogram();
    for (int i = 0; i < ticks.length; i++) {
      histogram.recordValueWithCount(ticks[i], samples(i));
    }
    return histogram;
  }

  /** The same in nanoseconds, whatever the resolution: for logs that hold times of both. */
  public Histogram toNanosHistogram() {
    var histogram = new Histogram(Resolution.SIGNIFICANT_DIGITS);
    for (int i = 0; i < ticks.length; i++) {
      histogram.recordValueWithCount(resolution.toNanos(ticks[i]), samples(i));
    }
    return histogram;
  }

  /** Both together; neither is changed. */
  public Distribution plus(Distribution other) {
    if (other.resolution != resolution) {
      throw new IllegalArgumentException("times in " + other.resolution + " do not add to " + this);
    }
    long[] sumTicks = new long[ticks.length + other.ticks.length];
    long[] sumUpTo = new long[sumTicks.length];
    int n = 0;
    int mine = 0;
    int its = 0;
    while (mine < ticks.length || its < other.ticks.length) {
      long next = Math.min(tick(mine), other.tick(its));
      mine += tick(mine) == next ? 1 : 0;
      its += other.tick(its) == next ? 1 : 0;
      sumTicks[n] = next;
      sumUpTo[n++] = before(mine) + other.before(its);
    }
    return new Distribution(
        resolution,
        Arrays.copyOf(sumTicks, n),
        Arrays.copyOf(sumUpTo, n),
        overflow + other.overflow);
  }

  public Resolution resolution() {
    return resolution;
  }

  /** Times within range. */
  public long count() {
    return before(ticks.length);
  }

  /** Times beyond the range of the resolution: counted, shown, and in no percentile. */
  public long overflow() {
    return overflow;
  }

  /**
   * Times up to that one, as far as their buckets tell: those of the bucket that it lies in count
   * as above it, unless it is its end.
   *
   * @param seconds at least 0
   */
  public long countUpTo(double seconds) {
    long most = (long) (seconds * NANOS_PER_SECOND);
    int after = 0;
    while (after < ticks.length && resolution.toNanos(ticks[after]) <= most) {
      after++;
    }
    return before(after);
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
    if (count() == 0) {
      return Double.NaN;
    }
    // A product a hair above a whole number is that number: 0.07 · 100 is 7, not 8.
    long rank = Math.max(1, (long) Math.ceil(Math.nextDown(q) * count()));
    int at = Arrays.binarySearch(upTo, rank);
    return resolution.toMillis((double) ticks[at >= 0 ? at : -at - 1]);
  }

  /** Mean in milliseconds; no figure of too few samples, or where some were out of range. */
  public Figure mean() {
    if (overflow > 0) {
      return outOfRange();
    }
    return count() == 0
        ? Figure.missing("nothing completed")
        : Figure.ofMany(meanMillis(), count());
  }

  /** The same whatever the number of samples, for display only; NaN without any. */
  public double meanMillis() {
    double sum = 0;
    for (int i = 0; i < ticks.length; i++) {
      sum += resolution.middleOfBucket(ticks[i]) * samples(i);
    }
    return resolution.toMillis(sum / count());
  }

  /** Longest time in milliseconds; NaN without any. */
  public double maxMillis() {
    return count() == 0 ? Double.NaN : resolution.toMillis((double) ticks[ticks.length - 1]);
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

  /** The time of a bucket; beyond all times after the last. */
  private long tick(int bucket) {
    return bucket < ticks.length ? ticks[bucket] : Long.MAX_VALUE;
  }

  /** Samples in all buckets before that one. */
  private long before(int bucket) {
    return bucket == 0 ? 0 : upTo[bucket - 1];
  }

  private long samples(int bucket) {
    return upTo[bucket] - before(bucket);
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
  public boolean equals(Object other) {
    return other instanceof Distribution that
        && resolution == that.resolution
        && overflow == that.overflow
        && Arrays.equals(ticks, that.ticks)
        && Arrays.equals(upTo, that.upTo);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ticks) * 31 + Arrays.hashCode(upTo);
  }

  @Override
  public String toString() {
    return "%,d times in %s".formatted(count(), resolution);
  }
}
