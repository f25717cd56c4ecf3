package dev.harness.stats;

/**
 * How far one sample lies above another: the median of all differences.
 *
 * <p>J. L. Hodges and E. L. Lehmann, "Estimates of location based on rank tests", Annals of
 * Mathematical Statistics 34 (1963).
 */
public final class HodgesLehmann {
  private HodgesLehmann() {}

  /**
   * The median of x<sub>i</sub> − y<sub>j</sub>.
   *
   * @throws IllegalArgumentException where one of them is empty
   */
  public static double shift(double[] x, double[] y) {
    double[] differences = new double[x.length * y.length];
    int n = 0;
    for (double of : x) {
      for (double less : y) {
        differences[n++] = of - less;
      }
    }
    return Median.of(differences);
  }
}
