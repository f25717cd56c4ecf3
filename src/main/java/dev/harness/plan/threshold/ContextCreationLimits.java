package dev.harness.plan.threshold;

import dev.harness.metric.Unit;
import java.util.List;

/** Limits on creating contexts. */
public final class ContextCreationLimits {
  private static final Section SECTION = new Section("context_creation");
  public static final ThresholdKey SINGLE_CREATION =
      SECTION.atMost(
          "single_context_creation_max_ms",
          "context_creation_time_p99",
          Unit.MILLISECONDS,
          "P99 of the time to create one validated context");
  public static final ThresholdKey BULK_CREATION =
      SECTION.atMost(
          "bulk_10k_creation_max_ms",
          "bulk_10k_creation_time",
          Unit.MILLISECONDS,
          "wall time to create and hold 10,000 contexts, slowest round");
  public static final ThresholdKey CREATION_RATE =
      SECTION.atLeast(
          "creation_rate_min_per_sec",
          "context_creation_rate",
          Unit.PER_SECOND,
          "contexts created per second, in bulk");
  public static final ThresholdKey MEMORY_DELTA =
      SECTION.atMost(
          "memory_delta_max_mb_per_1k",
          "context_memory_per_1k",
          Unit.MEGABYTES_PER_1K,
          "live-set growth per 1,000 contexts held: Theil-Sen slope");
  public static final ThresholdKey ERROR_RATE =
      SECTION.atMost(
          "error_rate_max_percent",
          "context_error_rate",
          Unit.PERCENT,
          "valid contexts refused / attempts");
  public static final ThresholdKey MEMORY_PER_CONTEXT =
      SECTION.atMost(
          "memory_per_context_max_kb",
          "memory_per_context",
          Unit.KILOBYTES,
          "live-set growth per context held: Theil-Sen slope");

  static final List<ThresholdKey> ALL =
      List.of(
          SINGLE_CREATION,
          BULK_CREATION,
          CREATION_RATE,
          MEMORY_DELTA,
          ERROR_RATE,
          MEMORY_PER_CONTEXT);

  private ContextCreationLimits() {}
}
