package dev.harness.stats;

import java.util.Arrays;

/** The middle of some values. */
public final class Median {
  private Median() {}

  /**
   * The middle value, or the mean of the two in the middle. Leaves its argument as it is.
   *
   * @throws IllegalArgumentException where there is no value
   */
  public static double of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted);
  }

  static double ofSorted(double[] sorted) {
    if (sorted.length == 0) {
      throw new IllegalArgumentException("a median needs a value");
    }
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
