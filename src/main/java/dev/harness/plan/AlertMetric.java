package dev.harness.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an alert rule may speak of, and the unit in which it must. */
public enum AlertMetric {
  SUCCESS_RATE("%"),
  ERROR_RATE("%"),
  THROUGHPUT("/s"),
  RESPONSE_TIME_P50("ms"),
  RESPONSE_TIME_P95("ms"),
  RESPONSE_TIME_P99("ms"),
  MEMORY_GROWTH("MB"),
  MEMORY_RECOVERY("%"),
  CPU_UTILIZATION("%"),
  CONNECTION_LEAKS(""),
  SYSTEM_CRASHES(""),
  ISOLATION_BREACHES(""),
  /** Needs a baseline, as the next two do. */
  RESPONSE_TIME_IMPROVEMENT("%"),
  MEMORY_EFFICIENCY_IMPROVEMENT("%"),
  THROUGHPUT_IMPROVEMENT("%");

  private final String unit;

  AlertMetric(String unit) {
    this.unit = unit;
  }

  /** As written in a trigger. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As written behind the limit; empty for counts. */
  public String unit() {
    return unit;
  }

  /** The metric of that id. */
  public static Optional<AlertMetric> find(String id) {
    return Arrays.stream(values()).filter(metric -> metric.id().equals(id)).findFirst();
  }
}
