package dev.harness.verdict;

import dev.harness.plan.Condition;
import dev.harness.plan.Condition.Comparison;
import dev.harness.plan.WindowMetric;
import dev.harness.plan.threshold.Bound;
import dev.harness.plan.threshold.Thresholds;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A limit that can be held against the windows of a load while it lasts. It shows what would break
 * if the load went on like this, and decides nothing: that is for the whole phase.
 *
 * @param criterion of the check that drives the load
 * @param metric of windows, that the criterion's stands for
 * @param broken what must not be so
 */
public record LiveLimit(Criterion criterion, WindowMetric metric, Condition broken) {

  /**
   * Those that concern a load. A criterion does whose metric is one of windows, as {@code
   * response_time_p95}, and one whose metric is called after the load, as {@code
   * sustained_success_rate} is after {@code sustained}.
   */
  public static List<LiveLimit> of(List<Criterion> criteria, Thresholds thresholds, String phase) {
    return criteria.stream().flatMap(c -> of(c, thresholds, phase).stream()).toList();
  }

  private static Optional<LiveLimit> of(Criterion criterion, Thresholds thresholds, String phase) {
    String id = criterion.metric().id();
    String prefix = phase.replaceAll("[^a-z0-9]", "_") + "_";
    return Stream.of(id, id.startsWith(prefix) ? id.substring(prefix.length()) : id)
        .flatMap(name -> WindowMetric.find(name).stream())
        .filter(metric -> metric.unit() == criterion.metric().unit())
        .findFirst()
        .flatMap(metric -> criterion.limit(thresholds).map(l -> of(criterion, metric, l.value())));
  }

  private static LiveLimit of(Criterion criterion, WindowMetric metric, double limit) {
    Comparison broken = criterion.bound() == Bound.AT_MOST ? Comparison.ABOVE : Comparison.BELOW;
    return new LiveLimit(criterion, metric, new Condition(metric, broken, limit));
  }
}
