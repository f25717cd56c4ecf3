package dev.harness.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A line through points which outliers do not bend: the median of the slopes of all pairs.
 *
 * <p>P. K. Sen, "Estimates of the regression coefficient based on Kendall's tau", Journal of the
 * American Statistical Association 63 (1968). The interval is its normal approximation, as in R. O.
 * Gilbert, "Statistical Methods for Environmental Pollution Monitoring" (1987), 16.5, rounded to
 * the wider side, with the variance that {@link MannKendall} has for ties.
 */
public final class TheilSen {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private TheilSen() {}

  /**
   * The median slope over all pairs of points whose abscissae differ.
   *
   * @throws IllegalArgumentException where the lengths differ, or no two abscissae do
   */
  public static double slope(double[] x, double[] y) {
    return Median.ofSorted(slopes(x, y));
  }

  /**
   * The slope and its two-sided confidence interval; so few points that they bound nothing (four,
   * for 90 %) give infinite bounds.
   *
   * @param confidence between 0 and 1, as 0.9
   * @throws IllegalArgumentException where the lengths differ, or no two abscissae do
   */
  public static Interval interval(double[] x, double[] y, double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("a confidence lies between 0 and 1, not at " + confidence);
    }
    double[] slopes = slopes(x, y);
    double spread =
        NORMAL.inverseCumulativeProbability((1 + confidence) / 2)
            * Math.sqrt(MannKendall.of(x, y).variance());
    int outside = (int) Math.floor((slopes.length - spread) / 2);
    double slope = Median.ofSorted(slopes);
    return outside < 1
        ? new Interval(Double.NEGATIVE_INFINITY, slope, Double.POSITIVE_INFINITY)
        : new Interval(slopes[outside - 1], slope, slopes[slopes.length - outside]);
  }

  /** The slopes of all pairs, in ascending order. */
  private static double[] slopes(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " abscissae for " + y.length + " ordinates");
    }
    double[] slopes = new double[x.length * (x.length - 1) / 2];
    int n = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = i + 1; j < x.length; j++) {
        if (x[i] != x[j]) {
          slopes[n++] = (y[j] - y[i]) / (x[j] - x[i]);
        }
      }
    }
    if (n == 0) {
      throw new IllegalArgumentException("a slope needs two points apart");
    }
    double[] found = Arrays.copyOf(slopes, n);
    Arrays.sort(found);
    return found;
  }
}
