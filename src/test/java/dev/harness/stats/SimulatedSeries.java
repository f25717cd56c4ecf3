package dev.harness.stats;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Series of which the truth is known. */
public final class SimulatedSeries {
  /** So many values before the first, that it does not know how the series began. */
  private static final int FORGOTTEN = 200;

  private final SplittableRandom random;

  public SimulatedSeries(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Values that know nothing of each other, around 0 with standard deviation 1. */
  public double[] independent(int n) {
    return autocorrelated(n, 0);
  }

  /**
   * Each value remembers a part of the one before it (AR(1)): around 0 with standard deviation 1.
   *
   * @param memory what it remembers; 0 to less than 1
   */
  public double[] autocorrelated(int n, double memory) {
    double[] values = new double[n + FORGOTTEN];
    double news = Math.sqrt(1 - memory * memory);
    double before = 0;
    for (int i = 0; i < values.length; i++) {
      before = memory * before + news * normal();
      values[i] = before;
    }
    return Arrays.copyOfRange(values, FORGOTTEN, values.length);
  }

  /** Bounded below and with a long tail above, as mean response times have it. */
  public double[] lognormal(int n, double sigma) {
    return Arrays.stream(independent(n)).map(z -> Math.exp(sigma * z)).toArray();
  }

  /** Box and Muller's, of which one of two is taken. */
  private double normal() {
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
