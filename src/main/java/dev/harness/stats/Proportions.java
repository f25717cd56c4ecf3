package dev.harness.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How likely something is to happen, told by how often it did.
 *
 * <p>E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal
 * of the American Statistical Association 22 (1927); R. G. Newcombe, "Interval estimation for the
 * difference between independent proportions: comparison of eleven methods", Statistics in Medicine
 * 17 (1998), method 10.
 */
public final class Proportions {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Proportions() {}

  /**
   * How much more likely it is in the second case than in the first, −1 to 1.
   *
   * @param times how often it happened in the first case, out of {@code of}; the next two alike
   * @param confidence of both bounds together, between 0 and 1, as 0.9
   * @throws IllegalArgumentException where nothing was tried, or it happened more often than that
   */
  public static Interval difference(long times, long of, long times2, long of2, double confidence) {
    double z = NORMAL.inverseCumulativeProbability((1 + confidence) / 2);
    Interval first = wilson(times, of, z);
    Interval second = wilson(times2, of2, z);
    double difference = second.estimate() - first.estimate();
    return new Interval(
        difference
            - Math.hypot(second.estimate() - second.lower(), first.upper() - first.estimate()),
        difference,
        difference
            + Math.hypot(second.upper() - second.estimate(), first.estimate() - first.lower()));
  }

  private static Interval wilson(long times, long of, double z) {
    if (!(times >= 0 && times <= of && of > 0)) {
      throw new IllegalArgumentException(
          "something happens 0 times to every time, not %d times of %d".formatted(times, of));
    }
    double p = (double) times / of;
    double middle = (p + z * z / (2 * of)) / (1 + z * z / of);
    double half = z * Math.sqrt(p * (1 - p) / of + z * z / (4.0 * of * of)) / (1 + z * z / of);
    return new Interval(
        Math.min(p, Math.max(0, middle - half)), p, Math.max(p, Math.min(1, middle + half)));
  }
}
