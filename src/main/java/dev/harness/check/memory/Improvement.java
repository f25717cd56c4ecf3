package dev.harness.check.memory;

import dev.harness.measure.Figure;
import dev.harness.stats.BlockBootstrap;
import dev.harness.stats.Interval;
import dev.harness.stats.Median;
import java.util.List;

/** One quantity of two systems, measured in rounds that took turns. */
record Improvement(List<Figure> before, List<Figure> after, long seed) {

  /** Median of the rounds; missing where one is. */
  static Figure median(List<Figure> rounds) {
    return rounds.stream()
        .filter(Figure.Missing.class::isInstance)
        .findFirst()
        .orElseGet(() -> Figure.of(Median.of(values(rounds)), rounds.size()));
  }

  /** By how many percent there is more after than before, with bounds at 95 % for each. */
  Figure more() {
    return change(1);
  }

  /** By how many percent there is less after than before. */
  Figure less() {
    return change(-1);
  }

  /** Ratios of medians, by the difference of the medians of logarithms. */
  private Figure change(int direction) {
    if (median(before) instanceof Figure.Missing missing) {
      return missing;
    }
    if (median(after) instanceof Figure.Missing missing) {
      return missing;
    }
    Interval logs = BlockBootstrap.medianDifference(logs(before), logs(after), seed).interval();
    double one = direction * percent(logs.lower());
    double other = direction * percent(logs.upper());
    return Figure.estimate(
        direction * percent(logs.estimate()),
        Math.min(one, other),
        Math.max(one, other),
        before.size());
  }

  private static double percent(double logRatio) {
    return 100 * Math.expm1(logRatio);
  }

  private static double[] logs(List<Figure> rounds) {
    double[] logs = values(rounds);
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.log(logs[i]);
    }
    return logs;
  }

  private static double[] values(List<Figure> rounds) {
    return rounds.stream()
        .filter(Figure.Measured.class::isInstance)
        .mapToDouble(round -> ((Figure.Measured) round).value())
        .toArray();
  }
}
