package dev.harness.compare;

import dev.harness.stats.Interval;
import java.util.Optional;

/**
 * One metric of two runs.
 *
 * @param metric what is compared
 * @param of which load or check it is taken from
 * @param gates whether the conclusion rests on it
 * @param worsening by how much it became worse, with one-sided 95 % bounds: a ratio less 1, or a
 *     difference in the metric's own unit; below 0 where it became better. None where there is
 *     nothing to tell
 * @param margin that it may become worse by without being a regression, on the same scale
 * @param scale what numbers of it mean
 * @param note why, where the numbers do not say it; else what else is known
 * @param curves of both runs, where there are windows of it
 */
public record MetricChange(
    String metric,
    String of,
    boolean gates,
    Change change,
    Optional<Interval> worsening,
    double margin,
    Scale scale,
    String note,
    Curves curves) {

  /** What a worsening is told in. */
  public enum Scale {
    /** A share of the baseline, told in percent. */
    RATIO,
    /** The metric's own unit. */
    DIFFERENCE
  }

  /** One that gates, and of which words tell all there is. */
  static MetricChange inWords(String metric, String of, Change change, String note) {
    return new MetricChange(
        metric, of, true, change, Optional.empty(), 0, Scale.DIFFERENCE, note, Curves.NONE);
  }
}
