package dev.harness.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/** How much runs of the same thing differ from each other, which one pair of runs cannot show. */
public final class RunSpread {
  /** From fewer runs no spread is known. */
  public static final int LEAST_RUNS = 10;

  private RunSpread() {}

  /**
   * What two runs of the same thing differ by at most, at 95 %: t<sub>0.95, m−1</sub> · √2 · s.
   *
   * @param values of one figure in m runs of the same thing
   * @throws IllegalArgumentException for fewer than {@value #LEAST_RUNS} runs
   */
  public static double largestDifference(double... values) {
    int m = values.length;
    if (m < LEAST_RUNS) {
      throw new IllegalArgumentException(
          "at least %d runs tell how runs differ, not %d".formatted(LEAST_RUNS, m));
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return TDistribution.of(m - 1).inverseCumulativeProbability(0.95)
        * Math.sqrt(2 * squares / (m - 1));
  }
}
