package dev.harness.plan;

import dev.harness.plan.AlertMetric.Sampled;
import dev.harness.plan.AlertMetric.Watched;
import dev.harness.plan.threshold.Bound;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What must hold of the process behind a target while a load lasts, written as {@code memory_growth
 * <= 50MB}.
 *
 * @param metric one of {@link #METRICS}
 * @param limit in the metric's unit; it is itself allowed
 */
public record ProcessLimit(AlertMetric metric, double limit) {
  /** What can be said of a process. */
  public static final List<AlertMetric> METRICS =
      List.of(
          Sampled.MEMORY_GROWTH,
          Watched.MEMORY_SLOPE,
          Watched.PROCESS_CPU,
          Sampled.CPU_UTILIZATION);

  /** Less of each is better. */
  public static final Bound BOUND = Bound.AT_MOST;

  public ProcessLimit {
    if (!METRICS.contains(metric)) {
      throw new IllegalArgumentException(
          "%s is no metric of a process; allowed: %s"
              .formatted(
                  metric.id(),
                  METRICS.stream().map(AlertMetric::id).collect(Collectors.joining(", "))));
    }
  }

  /**
   * Reads one.
   *
   * @throws InvalidTriggerException with all that is wrong with it, and what is allowed
   * @throws IllegalArgumentException where it says the opposite of a promise, or speaks of a metric
   *     that a process has not
   */
  public static ProcessLimit parse(String text) {
    Condition condition = Condition.parse(text);
    var limit = new ProcessLimit(condition.metric(), condition.limit());
    condition.requirePromise(BOUND);
    return limit;
  }

  /** Where a limit on that belongs, for whoever looks for it in vain; empty where it is none. */
  static String elsewhere(AlertMetric metric) {
    return METRICS.contains(metric)
        ? "; of a process, it belongs into the \"thresholds\" of the target that names it"
        : "";
  }
}
