package dev.harness.plan.scenario;

import dev.harness.plan.MetricLimit;
import dev.harness.plan.WindowMetric;
import dev.harness.plan.WindowMetric.OfTimes;
import dev.harness.plan.WindowMetric.Rate;
import dev.harness.plan.WindowMetric.Timing;
import java.util.List;

/** A step that waits for a service: it has a service time, and figures of its own. */
public sealed interface Measured extends Named
    permits Request, Sql, StreamStep.Connect, StreamStep.Await, Group {

  /** On its own figures. */
  List<MetricLimit> limits();

  /**
   * Holds limits against what one step has: only a whole iteration has an intended time, and a rate
   * at which it comes.
   *
   * @throws IllegalArgumentException saying what is allowed
   */
  static void requireItsOwn(List<MetricLimit> limits) {
    limits.stream().map(MetricLimit::metric).forEach(Measured::requireItsOwn);
  }

  private static void requireItsOwn(WindowMetric metric) {
    boolean rate = metric == Rate.SUCCESS_RATE || metric == Rate.ERROR_RATE;
    boolean time = metric instanceof OfTimes times && times.timing() == Timing.SERVICE_TIME;
    if (!rate && !time) {
      throw new IllegalArgumentException(
          "%s is of whole iterations; a step has success_rate, error_rate, service_time_mean,"
                  .formatted(metric.id())
              + " service_time_pN");
    }
  }
}
