package dev.harness.pace;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What tells a Poisson process from other arrivals. Each statistic is given in standard deviations
 * from what a Poisson process of the same number of arrivals has.
 */
final class PoissonStatistics {
  private static final int[] WINDOWS = {100, 1_000, 10_000};

  private final long[] times;
  private final double[] gaps;
  private final double meanGap;

  PoissonStatistics(long[] times) {
    this.times = times;
    this.gaps =
        IntStream.range(1, times.length).mapToDouble(i -> times[i] - times[i - 1]).toArray();
    this.meanGap = Arrays.stream(gaps).average().orElseThrow();
  }

  /**
   * All of them.
   *
   * @param durationNanos over which the arrivals are spread
   */
  Map<String, Double> deviations(long durationNanos) {
    var deviations = new LinkedHashMap<String, Double>();
    deviations.put("mean gap", meanGap(durationNanos));
    deviations.put("variance of gaps", gapVariance());
    deviations.put("correlation of neighbouring gaps", gapCorrelation());
    for (int windows : WINDOWS) {
      deviations.put(
          "dispersion in %,d windows".formatted(windows), dispersion(windows, durationNanos));
    }
    return deviations;
  }

  /**
   * From the first arrival to the last are n − 1 of n + 1 gaps of equal distribution, a Beta(n − 1,
   * 2) part of the duration.
   */
  private double meanGap(long durationNanos) {
    double n = times.length;
    double part = meanGap * (n - 1) / durationNanos;
    return (part - (n - 1) / (n + 1)) / (Math.sqrt(2 * (n - 1) / (n + 2)) / (n + 1));
  }

  /** (Standard deviation / mean)² of an exponential distribution is 1, and scatters by 2/√n. */
  private double gapVariance() {
    double variance =
        Arrays.stream(gaps).map(gap -> (gap - meanGap) * (gap - meanGap)).sum() / gaps.length;
    return (variance / (meanGap * meanGap) - 1) * Math.sqrt(gaps.length) / 2;
  }

  private double gapCorrelation() {
    double sum =
        IntStream.range(1, gaps.length)
            .mapToDouble(i -> (gaps[i] - meanGap) * (gaps[i - 1] - meanGap))
            .sum();
    double squares = Arrays.stream(gaps).map(gap -> (gap - meanGap) * (gap - meanGap)).sum();
    // Without correlation, or without any scatter to correlate, there is nothing to see here.
    return squares == 0 ? 0 : sum / squares * Math.sqrt(gaps.length);
  }

  /**
   * Of windows of equal length, the squared deviations of their counts from the mean, divided by
   * the mean, add up to χ² with one degree of freedom less than there are windows.
   */
  private double dispersion(int windows, long durationNanos) {
    long[] counts = new long[windows];
    for (long time : times) {
      counts[(int) Math.min(windows - 1, time * (double) windows / durationNanos)]++;
    }
    double mean = (double) times.length / windows;
    double sum = Arrays.stream(counts).mapToDouble(n -> (n - mean) * (n - mean) / mean).sum();
    return (sum - (windows - 1)) / Math.sqrt(2.0 * (windows - 1));
  }
}
