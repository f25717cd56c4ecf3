package dev.harness.testing.peer;

import dev.harness.random.Seed;
import dev.harness.random.Shuffle;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.LogNormalDistribution;

/**
 * Times of which every single one is known, and so every percentile exactly. In nanoseconds, in the
 * order in which operations get them; the same for the same seed.
 */
public final class KnownTimes {
  private static final double NANOS_PER_MILLI = 1e6;

  private final long[] inOrder;
  private final long[] sorted;

  private KnownTimes(long[] inOrder) {
    this.inOrder = inOrder;
    this.sorted = inOrder.clone();
    Arrays.sort(sorted);
  }

  /** Times that were measured by somebody who can be believed. */
  public static KnownTimes of(long... nanos) {
    return new KnownTimes(nanos.clone());
  }

  /** A logarithm that is normally distributed: most answers are quick, and a few take long. */
  public static KnownTimes lognormal(int count, double medianMillis, double sigma, long seed) {
    var distribution = LogNormalDistribution.of(Math.log(medianMillis), sigma);
    return distributed(count, seed, distribution::inverseCumulativeProbability);
  }

  /** Two kinds of answers, around one time or around another, within a tenth of it. */
  public static KnownTimes bimodal(
      int count, double millis, double slowMillis, double slowShare, long seed) {
    double quickShare = 1 - slowShare;
    return distributed(
        count,
        seed,
        q ->
            q < quickShare
                ? millis * (0.9 + 0.2 * q / quickShare)
                : slowMillis * (0.9 + 0.2 * (q - quickShare) / slowShare));
  }

  /** As many times as there are equal parts of a distribution, each from the middle of its part. */
  private static KnownTimes distributed(int count, long seed, DoubleUnaryOperator quantile) {
    var order = new Shuffle(count, new Seed(seed));
    return new KnownTimes(
        IntStream.range(0, count)
            .mapToDouble(i -> quantile.applyAsDouble((order.at(i) + 0.5) / count))
            .mapToLong(millis -> Math.round(millis * NANOS_PER_MILLI))
            .toArray());
  }

  public int count() {
    return inOrder.length;
  }

  public long nanosOf(int index) {
    return inOrder[index];
  }

  /** The smallest of them with at least ⌈q·n⌉ of them at or below it, in milliseconds. */
  public double percentileMillis(double q) {
    return sorted[(int) Math.ceil(q * sorted.length) - 1] / NANOS_PER_MILLI;
  }
}
