package dev.harness.plan.threshold;

import dev.harness.metric.Metric;

/**
 * A limit's name in a thresholds file, and what it is a limit of.
 *
 * @param section where it stands, as {@code load_testing.spike_load}
 * @param name as {@code p95_response_time_max_ms}
 * @param metric what it judges
 * @param bound on which side the metric must stay
 */
public record ThresholdKey(String section, String name, Metric metric, Bound bound) {

  /** Section and name, as messages and reports write it. */
  public String path() {
    return section + "." + name;
  }

  @Override
  public String toString() {
    return path();
  }
}
