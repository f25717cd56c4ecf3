package dev.harness.cli.live;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Values over time as a row of blocks, as high as they are in proportion to the highest. */
final class Sparkline {
  private static final String BLOCKS = "▁▂▃▄▅▆▇█";
  private static final char GAP = ' ';

  private Sparkline() {}

  /**
   * The last seconds of a trend, so many: one character each, and a gap where there is no value.
   */
  static String of(Trend trend, ToDoubleFunction<Trend.Second> value, int seconds) {
    var row = new StringBuilder(String.valueOf(GAP).repeat(seconds));
    double highest = highest(trend, value);
    for (Trend.Second second : trend.seconds()) {
      int place = (int) (second.at() - trend.newest() + seconds - 1);
      double height = value.applyAsDouble(second);
      if (place >= 0 && !Double.isNaN(height)) {
        row.setCharAt(place, block(height, highest));
      }
    }
    return row.toString();
  }

  /**
   * Values in the order of their time. Where there are more than there is room for, each character
   * stands for the highest of as many neighbours.
   *
   * @param values NaN where there is none
   * @param width in columns; at least 0
   */
  static String of(List<Double> values, int width) {
    int length = Math.min(width, values.size());
    double highest = highest(values);
    var row = new StringBuilder();
    for (int i = 0; i < length; i++) {
      double height =
          highest(values.subList(values.size() * i / length, values.size() * (i + 1) / length));
      row.append(Double.isNaN(height) ? GAP : block(height, highest));
    }
    return row.toString();
  }

  /** The highest value, NaN of none. */
  static double highest(List<Double> values) {
    return values.stream()
        .mapToDouble(value -> value)
        .filter(value -> !Double.isNaN(value))
        .max()
        .orElse(Double.NaN);
  }

  /** The highest value, NaN of none. */
  static double highest(Trend trend, ToDoubleFunction<Trend.Second> value) {
    return highest(trend.seconds().stream().map(value::applyAsDouble).toList());
  }

  private static char block(double height, double highest) {
    int steps = BLOCKS.length();
    int step = highest > 0 ? (int) Math.ceil(height / highest * steps) : 0;
    return BLOCKS.charAt(Math.max(1, Math.min(steps, step)) - 1);
  }
}
