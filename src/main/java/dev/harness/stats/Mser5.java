package dev.harness.stats;

import java.util.Arrays;

/**
 * Where a series that starts from elsewhere becomes steady: the cut behind which the mean is known
 * best. In batches of five, the cut is the <i>d</i> from 0 to <i>n</i>/2 that makes
 * Σ<sub>i&gt;d</sub>(z<sub>i</sub> − z̄)² / (n − d)² least, z̄ being the mean behind the cut. A cut
 * as far back as it may go says that the series has not become steady.
 *
 * <p>K. P. White, "An effective truncation heuristic for bias reduction in simulation output",
 * Simulation 69 (1997); K. P. White, M. J. Cobb and S. C. Spratt, "A comparison of five
 * steady-state truncation heuristics for simulation", Winter Simulation Conference (2000).
 *
 * @param batches that the series makes
 * @param cut batches in front of the cut; 0 where it was steady from the start
 */
public record Mser5(int batches, int cut) {
  public static final int BATCH = 5;

  /** With fewer batches, too many steady series would be called unsteady: 6 % with 12. */
  public static final int LEAST_BATCHES = 40;

  /**
   * Of values at equal distances; what is left behind the last whole batch is not looked at.
   *
   * @throws IllegalArgumentException where there are fewer than 200
   */
  public static Mser5 of(double[] series) {
    double[] means = batches(series);
    int n = means.length;
    if (n < LEAST_BATCHES) {
      throw new IllegalArgumentException(
          "at least %d batches of %d tell what is steady, not %d"
              .formatted(LEAST_BATCHES, BATCH, n));
    }
    int cut = n / 2;
    double least = Double.POSITIVE_INFINITY;
    double mean = 0;
    double squares = 0;
    for (int d = n - 1; d >= 0; d--) {
      // Welford's update, from the end: one more value in front of those behind the cut.
      double apart = means[d] - mean;
      mean += apart / (n - d);
      squares += apart * (means[d] - mean);
      double error = squares / ((double) (n - d) * (n - d));
      if (d <= n / 2 && error <= least) {
        least = error;
        cut = d;
      }
    }
    return new Mser5(n, cut);
  }

  /** The means of whole batches of five. */
  public static double[] batches(double[] series) {
    double[] means = new double[series.length / BATCH];
    Arrays.setAll(
        means,
        batch -> Arrays.stream(series, batch * BATCH, (batch + 1) * BATCH).average().orElseThrow());
    return means;
  }

  /** Whether it became steady at all. */
  public boolean steady() {
    return cut < batches / 2;
  }
}
