package dev.harness.plan.threshold;

import dev.harness.metric.Unit;
import java.util.List;

/** Limits on long runs. */
public final class StabilityLimits {
  private static final Section SECTION = new Section("system_stability");
  public static final ThresholdKey LEAK =
      SECTION.atMost(
          "max_memory_leak_mb_per_hour",
          "memory_leak_per_hour",
          Unit.MEGABYTES_PER_HOUR,
          "live-set slope over one hour");
  public static final ThresholdKey UPTIME =
      SECTION.atLeast(
          "min_uptime_percent",
          "uptime",
          Unit.PERCENT,
          "seconds in which a health probe answered / seconds");
  public static final ThresholdKey RESPONSE_DEGRADATION =
      SECTION.atMost(
          "max_response_time_degradation_percent",
          "response_time_degradation",
          Unit.PERCENT,
          "P95 of the last quarter against the first");
  public static final ThresholdKey ERROR_INCREASE =
      SECTION.atMost(
          "max_error_rate_increase_percent",
          "error_rate_increase",
          Unit.PERCENT,
          "error rate of the last quarter less that of the first, in points");

  static final List<ThresholdKey> ALL = List.of(LEAK, UPTIME, RESPONSE_DEGRADATION, ERROR_INCREASE);

  private StabilityLimits() {}
}
