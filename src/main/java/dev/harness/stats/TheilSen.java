package dev.harness.stats;

import java.util.Arrays;

/**
 * A line through points which outliers do not bend: the median of the slopes of all pairs.
 *
 * <p>P. K. Sen, "Estimates of the regression coefficient based on Kendall's tau", Journal of the
 * American Statistical Association 63 (1968).
 */
public final class TheilSen {
  private TheilSen() {}

  /**
   * The median slope over all pairs of points whose abscissae differ.
   *
   * @throws IllegalArgumentException where the lengths differ, or no two abscissae do
   */
  public static double slope(double[] x, double[] y) {
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
    return median(Arrays.copyOf(slopes, n));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
