package dev.harness.stats;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The difference between two series whose values depend on those before them: whole blocks are
 * drawn anew, so that what belongs together stays together.
 *
 * <p>H. R. Künsch, "The jackknife and the bootstrap for general stationary observations", Annals of
 * Statistics 17 (1989); percentile bounds as in B. Efron and R. J. Tibshirani, "An Introduction to
 * the Bootstrap" (1993), 13.3.
 */
public final class BlockBootstrap implements Difference {
  static final int RESAMPLES = 2_000;

  /** On each side: together they hold the middle 90 %. */
  private static final double RISK = 0.05;

  private final double estimate;

  /** In ascending order. */
  private final double[] resampled;

  private BlockBootstrap(double estimate, double[] resampled) {
    this.estimate = estimate;
    this.resampled = resampled;
  }

  /**
   * Median of the second series less median of the first.
   *
   * @param seed the same gives the same bounds
   * @throws IllegalArgumentException where one of them is empty
   */
  public static BlockBootstrap medianDifference(double[] first, double[] second, long seed) {
    var random = new SplittableRandom(seed);
    double estimate = Median.of(second) - Median.of(first);
    double[] differences = new double[RESAMPLES];
    Arrays.setAll(
        differences, i -> Median.of(resample(second, random)) - Median.of(resample(first, random)));
    Arrays.sort(differences);
    return new BlockBootstrap(estimate, differences);
  }

  /**
   * By how many percent the median of the second series is above that of the first, by the
   * difference of the medians of logarithms.
   *
   * @param first values above 0, as in the second
   * @param seed as above
   * @throws IllegalArgumentException where one of them is empty
   */
  public static Interval medianChangePercent(double[] first, double[] second, long seed) {
    Interval logs = medianDifference(logs(first), logs(second), seed).interval();
    return new Interval(percent(logs.lower()), percent(logs.estimate()), percent(logs.upper()));
  }

  private static double[] logs(double[] values) {
    return Arrays.stream(values).map(Math::log).toArray();
  }

  private static double percent(double logRatio) {
    return 100 * Math.expm1(logRatio);
  }

  @Override
  public Interval interval() {
    int outside = (int) (RISK * RESAMPLES);
    // A median of few values can lie beyond what its own resamples give.
    return new Interval(
        Math.min(estimate, resampled[outside - 1]),
        estimate,
        Math.max(estimate, resampled[RESAMPLES - outside]));
  }

  @Override
  public double atMost(double difference) {
    return share(Arrays.stream(resampled).filter(it -> it <= difference).count());
  }

  @Override
  public double atLeast(double difference) {
    return share(Arrays.stream(resampled).filter(it -> it >= difference).count());
  }

  /** What never came is not impossible. */
  private static double share(long count) {
    return (count + 1.0) / (RESAMPLES + 1);
  }

  /** Values that are drawn together: 1.5 n<sup>⅓</sup>. */
  static int blockLength(int n) {
    return Math.min(n, (int) Math.round(1.5 * Math.cbrt(n)));
  }

  private static double[] resample(double[] series, SplittableRandom random) {
    int length = blockLength(series.length);
    double[] drawn = new double[series.length];
    for (int at = 0; at < drawn.length; at += length) {
      int from = random.nextInt(series.length - length + 1);
      System.arraycopy(series, from, drawn, at, Math.min(length, drawn.length - at));
    }
    return drawn;
  }
}
