package dev.harness.plan;

import dev.harness.plan.WindowMetric.Rate;
import dev.harness.plan.threshold.Bound;

/**
 * What a load promises, written as {@code response_time_p95 <= 300ms}: the grammar of triggers, but
 * saying what must hold instead of what must not.
 *
 * @param metric of all windows of a load together
 * @param limit in the metric's unit; it is itself allowed
 */
public record MetricLimit(WindowMetric metric, double limit) {

  public MetricLimit {
    if (metric instanceof BurnRate) {
      throw new IllegalArgumentException(
          "%s is for alerts, which look at two windows at once; a threshold speaks of the whole load"
              .formatted(metric.id()));
    }
    if (!(limit >= 0) || Double.isInfinite(limit)) {
      throw new IllegalArgumentException("a limit is 0 or more, not " + limit);
    }
  }

  /**
   * Reads one.
   *
   * @throws InvalidTriggerException with all that is wrong with it, and what is allowed
   * @throws IllegalArgumentException where it says the opposite of a promise, or speaks of a metric
   *     that a load has not
   */
  public static MetricLimit parse(String text) {
    Condition condition = Condition.parse(text);
    if (!(condition.metric() instanceof WindowMetric metric)) {
      throw new IllegalArgumentException(
          "%s is no metric of a load; allowed: success_rate, error_rate, throughput,"
                  .formatted(condition.metric().id())
              + " response_time_mean, response_time_pN, service_time_mean, service_time_pN"
              + ProcessLimit.elsewhere(condition.metric()));
    }
    var limit = new MetricLimit(metric, condition.limit());
    condition.requirePromise(limit.bound());
    return limit;
  }

  /** On which side of the limit figures are good. */
  public Bound bound() {
    return metric == Rate.SUCCESS_RATE || metric == Rate.THROUGHPUT
        ? Bound.AT_LEAST
        : Bound.AT_MOST;
  }
}
