package dev.harness.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The difference between two things that were measured in pairs, each pair under the same
 * conditions: the mean of the pairs' differences, with bounds by Student's t. What pairs differ by
 * among themselves, drift of the machine included, is in the bounds.
 *
 * @param estimate mean of second less first
 * @param error standard error of it; 0 where all pairs differ by the same
 * @param pairs at least {@value #LEAST_PAIRS}
 */
public record PairedDifference(double estimate, double error, int pairs) implements Difference {
  /** One pair shows nothing of how pairs differ. */
  public static final int LEAST_PAIRS = 2;

  public PairedDifference {
    if (pairs < LEAST_PAIRS) {
      throw new IllegalArgumentException(
          "at least %d pairs tell how pairs differ, not %d".formatted(LEAST_PAIRS, pairs));
    }
  }

  /**
   * Of pairs.
   *
   * @param differences second less first, one for each pair
   * @throws IllegalArgumentException for fewer than {@value #LEAST_PAIRS} pairs
   */
  public static PairedDifference of(double... differences) {
    int n = differences.length;
    double mean = Arrays.stream(differences).average().orElse(Double.NaN);
    double squares = Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum();
    return new PairedDifference(mean, Math.sqrt(squares / Math.max(1, n - 1) / n), n);
  }

  @Override
  public Interval interval() {
    double away = t().inverseCumulativeProbability(0.95) * error;
    return new Interval(estimate - away, estimate, estimate + away);
  }

  @Override
  public double atMost(double difference) {
    return error == 0
        ? certainly(estimate <= difference)
        : t().survivalProbability((estimate - difference) / error);
  }

  @Override
  public double atLeast(double difference) {
    return error == 0
        ? certainly(estimate >= difference)
        : t().cumulativeProbability((estimate - difference) / error);
  }

  private TDistribution t() {
    return TDistribution.of(pairs - 1.0);
  }

  private static double certainly(boolean so) {
    return so ? 1 : 0;
  }
}
