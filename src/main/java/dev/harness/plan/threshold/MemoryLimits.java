package dev.harness.plan.threshold;

import dev.harness.metric.Unit;
import java.util.List;

/** Limits on memory growth and recovery. */
public final class MemoryLimits {
  private static final Section SECTION = new Section("memory_management");
  public static final ThresholdKey GROWTH =
      SECTION.atMost(
          "memory_growth_max_mb_per_1k_requests",
          "live_set_growth_per_1k",
          Unit.MEGABYTES_PER_1K,
          "live-set growth per 1,000 requests: Theil-Sen slope");
  public static final ThresholdKey PERMANENT_LEAK =
      SECTION.atMost(
          "permanent_leak_max_kb_per_1k",
          "permanent_leak_per_1k",
          Unit.KILOBYTES_PER_1K,
          "live-set growth per 1,000 requests that a trend test confirms");
  public static final ThresholdKey GC_EFFECTIVENESS =
      SECTION.atLeast(
          "gc_effectiveness_min_percent",
          "gc_effectiveness",
          Unit.PERCENT,
          "(peak - live after) / (peak - live before), median of rounds");
  public static final ThresholdKey RECOVERY =
      SECTION.atLeast(
          "memory_recovery_min_percent",
          "memory_recovery",
          Unit.PERCENT,
          "(peak live - live after release) / (peak live - baseline live), median of rounds");
  public static final ThresholdKey BASELINE =
      SECTION.atMost(
          "baseline_memory_max_mb",
          "baseline_memory",
          Unit.MEGABYTES,
          "resident memory of the target process, idle after warm-up");
  public static final ThresholdKey PEAK =
      SECTION.atMost(
          "peak_memory_max_mb",
          "peak_memory",
          Unit.MEGABYTES,
          "highest resident memory of the target process under load");

  static final List<ThresholdKey> ALL =
      List.of(GROWTH, PERMANENT_LEAK, GC_EFFECTIVENESS, RECOVERY, BASELINE, PEAK);

  private MemoryLimits() {}
}
