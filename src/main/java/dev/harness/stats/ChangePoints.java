package dev.harness.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Where a series becomes another one, in its level, its spread or anything else of its
 * distribution: E-divisive with the exponent 1. The series is cut where the two parts are furthest
 * apart by their energy distance, and a cut counts where hardly any other order of the same values
 * can be cut so well (a permutation test); then each part is looked at by itself.
 *
 * <p>D. S. Matteson and N. A. James, "A nonparametric approach for multiple change point analysis
 * of multivariate data", Journal of the American Statistical Association 109 (2014). The values
 * must not depend on those before them, as runs do not.
 */
public final class ChangePoints {
  /** What is shorter is an outlier, or two, and no new level. */
  public static final int LEAST = 3;

  /** A longer series takes too long. */
  public static final int MOST = 200;

  private static final double SAME = 1e-9;

  private final double[] series;
  private final double risk;
  private final int permutations;
  private final SplittableRandom random;
  private final List<Integer> found = new ArrayList<>();

  private ChangePoints(double[] series, double risk, long seed) {
    this.series = series;
    this.risk = risk;
    this.permutations = (int) Math.ceil(2 / risk);
    this.random = new SplittableRandom(seed);
  }

  /**
   * The first value of each part but the first, rising.
   *
   * @param risk that a series without any change is cut at all; 0.0001 to 0.5
   * @param seed the same gives the same
   * @throws IllegalArgumentException for more than {@value #MOST} values, or another risk
   */
  public static List<Integer> of(double[] series, double risk, long seed) {
    if (series.length > MOST) {
      throw new IllegalArgumentException(
          "a series has at most %d values, not %d".formatted(MOST, series.length));
    }
    if (!(risk >= 1e-4 && risk <= 0.5)) {
      throw new IllegalArgumentException("a risk is from 0.0001 to 0.5, not " + risk);
    }
    var points = new ChangePoints(series, risk, seed);
    points.cut(0, series.length);
    return points.found.stream().sorted().toList();
  }

  private void cut(int from, int to) {
    double[] part = Arrays.copyOfRange(series, from, to);
    Cut best = Cut.best(part);
    if (best.distance() > 0 && isNoChance(part, best.distance())) {
      int at = from + best.at();
      found.add(at);
      cut(from, at);
      cut(at, to);
    }
  }

  /** Goes on only for as long as it may still be none. */
  private boolean isNoChance(double[] part, double distance) {
    double[] shuffled = part.clone();
    int asFar = 0;
    for (int i = 0; i < permutations; i++) {
      shuffle(shuffled);
      asFar += Cut.best(shuffled).distance() >= distance * (1 - SAME) ? 1 : 0;
      if (asFar + 1 > risk * (permutations + 1)) {
        return false;
      }
    }
    return true;
  }

  private void shuffle(double[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      double value = values[i];
      values[i] = values[other];
      values[other] = value;
    }
  }

  /**
   * Where a part is cut in two.
   *
   * @param at the first value of the second
   * @param distance scaled energy distance between the two; 0 where there is no room for a cut
   */
  record Cut(int at, double distance) {

    /** The one that lies furthest apart. */
    static Cut best(double[] x) {
      int n = x.length;
      double[] toEarlier = new double[n];
      double[] toLater = new double[n];
      double all = 0;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
          double apart = Math.abs(x[i] - x[j]);
          toEarlier[i] += apart;
          toLater[j] += apart;
          all += apart;
        }
      }
      var best = new Cut(0, 0);
      double within = 0;
      double withinRest = all;
      for (int k = 1; k <= n - LEAST; k++) {
        within += toEarlier[k - 1];
        withinRest -= toLater[k - 1];
        if (k >= LEAST) {
          double distance = distance(k, n - k, within, withinRest, all - within - withinRest);
          best = distance > best.distance ? new Cut(k, distance) : best;
        }
      }
      return best;
    }

    /** Sums of distances between all pairs within the first, within the second, and across. */
    private static double distance(
        double n, double m, double withinFirst, double withinSecond, double across) {
      double energy =
          2 * across / (n * m) - 2 * withinFirst / (n * (n - 1)) - 2 * withinSecond / (m * (m - 1));
      return n * m / (n + m) * energy;
    }
  }
}
