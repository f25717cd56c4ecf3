package dev.harness.plan.threshold;

import dev.harness.metric.Metric;
import dev.harness.metric.Unit;

/** A section of a thresholds file; its keys are made here. */
record Section(String name) {

  /** A key whose metric must not rise above its limit. */
  ThresholdKey atMost(String key, String metric, Unit unit, String description) {
    return new ThresholdKey(name, key, new Metric(metric, unit, description), Bound.AT_MOST);
  }

  /** A key whose metric must not fall below its limit. */
  ThresholdKey atLeast(String key, String metric, Unit unit, String description) {
    return new ThresholdKey(name, key, new Metric(metric, unit, description), Bound.AT_LEAST);
  }

  /** A key that is either required or not. */
  ThresholdKey required(String key, String metric, String description) {
    return atLeast(key, metric, Unit.YES_NO, description);
  }
}
