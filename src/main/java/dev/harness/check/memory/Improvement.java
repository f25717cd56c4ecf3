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

  private Figure change(int direction) {
    if (median(before) instanceof Figure.Missing missing) {
      return missing;
    }
    if (median(after) instanceof Figure.Missing missing) {
      return missing;
    }
    Interval change = BlockBootstrap.medianChangePercent(values(before), values(after), seed);
    double one = direction * change.lower();
    double other = direction * change.upper();
    return Figure.estimate(
        direction * change.estimate(), Math.min(one, other), Math.max(one, other), before.size());
  }

  private static double[] values(List<Figure> rounds) {
    return rounds.stream()
        .filter(Figure.Measured.class::isInstance)
        .mapToDouble(round -> ((Figure.Measured) round).value())
        .toArray();
  }
}
