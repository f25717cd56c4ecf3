package dev.harness.api;

import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.plan.threshold.Bound;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an own check measures besides the load: a figure with a unit, and a limit where it has one.
 *
 * @param metric its id in snake case, its unit, and its formula in words
 * @param limit what it is judged by; null where it is only reported
 */
public record OwnMetric(Metric metric, @Nullable Limit limit) {

  /**
   * The side on which figures are good.
   *
   * @param value in the metric's unit, itself allowed; finite, at least 0
   */
  public record Limit(Bound bound, double value) {
    public Limit {
      if (!(value >= 0) || Double.isInfinite(value)) {
        throw new IllegalArgumentException("a limit is 0 or more, not " + value);
      }
    }
  }

  /** Reported, and not judged. */
  public static OwnMetric reported(String id, Unit unit, String formula) {
    return new OwnMetric(new Metric(id, unit, formula), null);
  }

  /** The same, which may be so much and no more. */
  public OwnMetric atMost(double limit) {
    return new OwnMetric(metric, new Limit(Bound.AT_MOST, limit));
  }

  /** The same, which must be so much at least. */
  public OwnMetric atLeast(double limit) {
    return new OwnMetric(metric, new Limit(Bound.AT_LEAST, limit));
  }

  /** Its limit, if it has one. */
  public Optional<Limit> judgedBy() {
    return Optional.ofNullable(limit);
  }
}
