package dev.harness.compare;

import java.util.List;

/**
 * A metric of both runs, window by window, in the order of time; a run that had fewer windows has
 * fewer values.
 *
 * @param unit of the values
 * @param base NaN where nothing completed, as in the other
 */
public record Curves(String unit, List<Double> base, List<Double> candidate) {
  /** Where there are no windows of a metric. */
  public static final Curves NONE = new Curves("", List.of(), List.of());

  public Curves {
    base = List.copyOf(base);
    candidate = List.copyOf(candidate);
  }

  static Curves of(WindowMetric metric, LoadSeries base, LoadSeries candidate) {
    return new Curves(metric.unit(), metric.values(base), metric.values(candidate));
  }
}
