package dev.harness.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The difference between two estimates that know their own bounds, taken as normal: the standard
 * error of each is its 90 % interval over 2 × 1.645.
 *
 * @param estimate second less first
 * @param error standard error of the difference; above 0
 */
public record EstimateDifference(double estimate, double error) implements Difference {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double AT_95_PERCENT = NORMAL.inverseCumulativeProbability(0.95);

  /**
   * Of two estimates with one-sided 95 % bounds.
   *
   * @throws IllegalArgumentException where neither has any width: then nothing is estimated
   */
  public static EstimateDifference of(Interval first, Interval second) {
    double error = Math.hypot(error(first), error(second));
    if (!(error > 0)) {
      throw new IllegalArgumentException("estimates have bounds, not " + first + " and " + second);
    }
    return new EstimateDifference(second.estimate() - first.estimate(), error);
  }

  private static double error(Interval bounds) {
    return (bounds.upper() - bounds.lower()) / (2 * AT_95_PERCENT);
  }

  @Override
  public Interval interval() {
    return new Interval(
        estimate - AT_95_PERCENT * error, estimate, estimate + AT_95_PERCENT * error);
  }

  @Override
  public double atMost(double difference) {
    return NORMAL.survivalProbability((estimate - difference) / error);
  }

  @Override
  public double atLeast(double difference) {
    return NORMAL.cumulativeProbability((estimate - difference) / error);
  }
}
