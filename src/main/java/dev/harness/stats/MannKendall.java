package dev.harness.stats;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether values rise or fall, told by the signs of all pairs alone: outliers count no more than
 * others.
 *
 * <p>H. B. Mann, "Nonparametric tests against trend", Econometrica 13 (1945); variance with ties in
 * either coordinate: M. G. Kendall, "Rank Correlation Methods" (1970).
 *
 * @param s pairs that rise less pairs that fall
 * @param variance of {@code s} where there is no trend; 0 where all values are the same
 */
public record MannKendall(long s, double variance) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Of values in the order of their time. */
  public static MannKendall of(double... values) {
    double[] times = new double[values.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = i;
    }
    return of(times, values);
  }

  /**
   * Of values at times of their own, in any order.
   *
   * @throws IllegalArgumentException where the lengths differ
   */
  public static MannKendall of(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " abscissae for " + y.length + " ordinates");
    }
    long s = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = i + 1; j < x.length; j++) {
        s += (long) (Math.signum(x[j] - x[i]) * Math.signum(y[j] - y[i]));
      }
    }
    return new MannKendall(s, variance(x.length, new Ties(x), new Ties(y)));
  }

  private static double variance(long n, Ties x, Ties y) {
    double untied = n * (n - 1.0) * (2 * n + 5);
    double variance = (untied - x.sum(Ties::weight) - y.sum(Ties::weight)) / 18;
    double triples = x.sum(Ties::triples) * y.sum(Ties::triples);
    double pairs = x.sum(Ties::pairs) * y.sum(Ties::pairs);
    variance += triples == 0 ? 0 : triples / (9.0 * n * (n - 1) * (n - 2));
    return variance + (pairs == 0 ? 0 : pairs / (2.0 * n * (n - 1)));
  }

  /** {@code s} in standard deviations, with correction for continuity; above 0 where it rises. */
  public double z() {
    return variance == 0 ? 0 : (s - Math.signum((double) s)) / Math.sqrt(variance);
  }

  /** How likely so much trend, up or down, is by chance alone. */
  public double p() {
    return 2 * NORMAL.survivalProbability(Math.abs(z()));
  }

  /** Values that occur several times: how often each does. */
  private record Ties(Map<Double, Long> counts) {
    Ties(double[] values) {
      this(new HashMap<>());
      for (double value : values) {
        counts.merge(value + 0.0, 1L, Long::sum);
      }
    }

    double sum(LongUnaryOperator term) {
      return counts.values().stream().mapToDouble(count -> term.applyAsLong(count)).sum();
    }

    static long weight(long t) {
      return pairs(t) * (2 * t + 5);
    }

    static long pairs(long t) {
      return t * (t - 1);
    }

    static long triples(long t) {
      return pairs(t) * (t - 2);
    }
  }
}
