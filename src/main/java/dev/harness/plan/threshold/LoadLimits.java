package dev.harness.plan.threshold;

import dev.harness.metric.Unit;
import java.util.List;

/** Limits on sustained load, spikes and overload. */
public final class LoadLimits {
  private static final Section SUSTAINED = new Section("load_testing.sustained_load");
  private static final Section SPIKE = new Section("load_testing.spike_load");
  private static final Section STRESS = new Section("load_testing.stress_test");

  public static final ThresholdKey SUSTAINED_SUCCESS =
      SUSTAINED.atLeast(
          "min_success_rate_percent", "sustained_success_rate", Unit.PERCENT, "completed / due");
  public static final ThresholdKey SUSTAINED_MEMORY =
      SUSTAINED.atMost(
          "max_memory_growth_mb",
          "sustained_memory_growth",
          Unit.MEGABYTES,
          "resident memory of the target process, after - before");
  public static final ThresholdKey SUSTAINED_RESPONSE =
      SUSTAINED.atMost(
          "max_avg_response_time_ms",
          "sustained_response_time_mean",
          Unit.MILLISECONDS,
          "mean response time");
  public static final ThresholdKey SPIKE_SUCCESS =
      SPIKE.atLeast(
          "min_success_rate_percent",
          "spike_success_rate",
          Unit.PERCENT,
          "completed / due during the spike");
  public static final ThresholdKey SPIKE_RESPONSE =
      SPIKE.atMost(
          "max_peak_response_time_ms",
          "spike_response_time_p99",
          Unit.MILLISECONDS,
          "P99 of response time during the spike");
  public static final ThresholdKey SPIKE_RECOVERY =
      SPIKE.atMost(
          "max_recovery_time_ms",
          "spike_recovery_time",
          Unit.MILLISECONDS,
          "end of the spike to the first of five good windows");
  public static final ThresholdKey GRACEFUL =
      STRESS.required(
          "graceful_degradation_required",
          "graceful_degradation",
          "goodput held up under overload");
  public static final ThresholdKey NO_CRASHES =
      STRESS.required(
          "no_system_crashes_required",
          "no_system_crashes",
          "the target process is alive and answers after");
  public static final ThresholdKey AUTO_RECOVERY =
      STRESS.required("auto_recovery_required", "auto_recovery", "recovered within the horizon");

  /** Has no default: without one, the breaking point is reported and not judged. */
  public static final ThresholdKey BREAKING_POINT =
      STRESS.atLeast(
          "breaking_point_min_per_sec",
          "breaking_point",
          Unit.PER_SECOND,
          "highest rate borne below the lowest that was not: capacity search");

  static final List<ThresholdKey> ALL =
      List.of(
          SUSTAINED_SUCCESS,
          SUSTAINED_MEMORY,
          SUSTAINED_RESPONSE,
          SPIKE_SUCCESS,
          SPIKE_RESPONSE,
          SPIKE_RECOVERY,
          GRACEFUL,
          NO_CRASHES,
          AUTO_RECOVERY,
          BREAKING_POINT);

  private LoadLimits() {}
}
