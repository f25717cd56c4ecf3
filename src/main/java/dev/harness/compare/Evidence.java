package dev.harness.compare;

import dev.harness.compare.MetricChange.Scale;
import dev.harness.stats.Difference;
import dev.harness.stats.Interval;
import java.util.Optional;

/**
 * What two runs say of a metric, before it is known how many are looked at together.
 *
 * @param worsening how far the later run lies on the worse side: of logarithms where the scale is a
 *     ratio
 * @param margin on the same scale; above 0
 */
record Evidence(
    String metric,
    String of,
    Difference worsening,
    double margin,
    Scale scale,
    String note,
    Curves curves) {

  /** How likely it would look so if it had become worse by no more than the margin. */
  double chanceOfLooking() {
    return worsening.atMost(margin);
  }

  /** How likely it would look so if it had become better by no more than the margin. */
  double chanceOfLookingBetter() {
    return worsening.atLeast(-margin);
  }

  /**
   * What follows.
   *
   * @param worse whether chance is excluded, together with all others that are looked at
   * @param better the same of the mirror
   */
  MetricChange conclude(boolean gates, boolean worse, boolean better) {
    Interval bounds = worsening.interval();
    return new MetricChange(
        metric,
        of,
        gates,
        change(bounds, worse, better),
        Optional.of(told(bounds)),
        told(margin),
        scale,
        note,
        curves);
  }

  private Change change(Interval bounds, boolean worse, boolean better) {
    if (bounds.lower() > margin && worse) {
      return Change.REGRESSED;
    }
    if (bounds.upper() < -margin && better) {
      return Change.IMPROVED;
    }
    return bounds.upper() < margin ? Change.UNCHANGED : Change.INCONCLUSIVE;
  }

  private Interval told(Interval bounds) {
    return new Interval(told(bounds.lower()), told(bounds.estimate()), told(bounds.upper()));
  }

  private double told(double value) {
    return scale == Scale.RATIO ? Math.expm1(value) : value;
  }
}
