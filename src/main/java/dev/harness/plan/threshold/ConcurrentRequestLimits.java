package dev.harness.plan.threshold;

import dev.harness.metric.Unit;
import java.util.List;

/** Limits on many requests at once. */
public final class ConcurrentRequestLimits {
  private static final Section SECTION = new Section("concurrent_requests");
  public static final ThresholdKey SUCCESS_RATE =
      SECTION.atLeast("min_success_rate_percent", "success_rate", Unit.PERCENT, "completed / due");
  public static final ThresholdKey DURATION =
      SECTION.atMost(
          "max_duration_1000_requests_ms",
          "duration_1000_requests",
          Unit.MILLISECONDS,
          "first send to last response of 1,000 requests, slowest round");
  public static final ThresholdKey P50 =
      SECTION.atMost(
          "p50_response_time_max_ms",
          "response_time_p50",
          Unit.MILLISECONDS,
          "P50 of response time (done - intended)");
  public static final ThresholdKey P95 =
      SECTION.atMost(
          "p95_response_time_max_ms",
          "response_time_p95",
          Unit.MILLISECONDS,
          "P95 of response time (done - intended)");
  public static final ThresholdKey P99 =
      SECTION.atMost(
          "p99_response_time_max_ms",
          "response_time_p99",
          Unit.MILLISECONDS,
          "P99 of response time (done - intended)");
  public static final ThresholdKey MEMORY_GROWTH =
      SECTION.atMost(
          "memory_growth_max_mb",
          "memory_growth",
          Unit.MEGABYTES,
          "resident memory of the target process, after - before");
  public static final ThresholdKey CPU =
      SECTION.atMost(
          "cpu_utilization_max_percent",
          "cpu_utilization",
          Unit.PERCENT,
          "mean processor time of the target process, of the cores it may use");

  static final List<ThresholdKey> ALL =
      List.of(SUCCESS_RATE, DURATION, P50, P95, P99, MEMORY_GROWTH, CPU);

  private ConcurrentRequestLimits() {}
}
