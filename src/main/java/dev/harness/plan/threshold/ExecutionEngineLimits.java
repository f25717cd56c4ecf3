package dev.harness.plan.threshold;

import dev.harness.metric.Unit;
import java.util.List;

/** Limits on engines and their factory. */
public final class ExecutionEngineLimits {
  private static final Section SECTION = new Section("execution_engine");
  public static final ThresholdKey CREATION =
      SECTION.atMost(
          "engine_creation_max_ms",
          "engine_creation_time_p95",
          Unit.MILLISECONDS,
          "P95 of the time in the factory to open an engine");
  public static final ThresholdKey CLEANUP =
      SECTION.atMost(
          "engine_cleanup_max_ms",
          "engine_cleanup_time_p95",
          Unit.MILLISECONDS,
          "P95 of the time to close an engine");
  public static final ThresholdKey FACTORY_OVERHEAD =
      SECTION.atMost(
          "factory_overhead_max_ms",
          "factory_overhead_p95",
          Unit.MILLISECONDS,
          "P95 of opening an engine through the factory minus P95 of constructing it directly");
  public static final ThresholdKey CONCURRENT =
      SECTION.atLeast(
          "concurrent_engines_min",
          "concurrent_engines",
          Unit.COUNT,
          "engines open at once, all for different users");
  public static final ThresholdKey MEMORY_PER_ENGINE =
      SECTION.atMost(
          "memory_per_engine_max_mb",
          "memory_per_engine",
          Unit.MEGABYTES,
          "live-set growth per engine: Theil-Sen slope");

  static final List<ThresholdKey> ALL =
      List.of(CREATION, CLEANUP, FACTORY_OVERHEAD, CONCURRENT, MEMORY_PER_ENGINE);

  private ExecutionEngineLimits() {}
}
