package dev.harness.target.prometheus;

import dev.harness.metric.Unit;
import dev.harness.plan.SourceMetric;
import dev.harness.run.port.Readings;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * The metrics of an endpoint that tell what we watch: those of the Prometheus clients (Go, Python
 * and others), of Micrometer, and of the Prometheus client for Java. Of several that tell the same
 * the first is taken.
 */
final class KnownMetrics {
  private static final Predicate<Map<String, String>> HEAP = having("area", "heap");
  private static final double SECOND = 1;
  private static final double NANOSECOND = 1e-9;
  private static final double MEGABYTE = 1 / Unit.BYTES_PER_MEGABYTE;
  private static final double MILLISECOND_OF_SECONDS = 1_000;

  private static final List<Known> ALL =
      List.of(
          new Known(SourceMetric.HEAP_USED, "jvm_memory_used_bytes", HEAP, MEGABYTE),
          new Known(
              SourceMetric.HEAP_USED, "go_memstats_heap_alloc_bytes", KnownMetrics::any, MEGABYTE),
          new Known(SourceMetric.HEAP_COMMITTED, "jvm_memory_committed_bytes", HEAP, MEGABYTE),
          new Known(
              SourceMetric.HEAP_COMMITTED,
              "go_memstats_heap_sys_bytes",
              KnownMetrics::any,
              MEGABYTE),
          new Known(
              SourceMetric.HEAP_AFTER_GC,
              "jvm_gc_live_data_size_bytes",
              KnownMetrics::any,
              MEGABYTE),
          new Known(
              SourceMetric.DIRECT_MEMORY,
              "jvm_buffer_memory_used_bytes",
              KnownMetrics::any,
              MEGABYTE),
          new Known(
              SourceMetric.DIRECT_MEMORY,
              "jvm_buffer_pool_used_bytes",
              KnownMetrics::any,
              MEGABYTE),
          new Known(
              SourceMetric.RESIDENT_MEMORY,
              "process_resident_memory_bytes",
              KnownMetrics::any,
              MEGABYTE),
          new Known(SourceMetric.GC_RATE, "jvm_gc_pause_seconds_count", KnownMetrics::any, 1),
          new Known(SourceMetric.GC_RATE, "jvm_gc_collection_seconds_count", KnownMetrics::any, 1),
          new Known(SourceMetric.GC_RATE, "go_gc_duration_seconds_count", KnownMetrics::any, 1),
          new Known(SourceMetric.GC_TIME, "jvm_gc_pause_seconds_sum", KnownMetrics::any, SECOND),
          new Known(
              SourceMetric.GC_TIME, "jvm_gc_collection_seconds_sum", KnownMetrics::any, SECOND),
          new Known(SourceMetric.GC_TIME, "go_gc_duration_seconds_sum", KnownMetrics::any, SECOND),
          new Known(
              SourceMetric.GC_PAUSE,
              "go_gc_duration_seconds",
              having("quantile", "1"),
              MILLISECOND_OF_SECONDS),
          new Known(
              SourceMetric.REPORTED_CPU, "process_cpu_seconds_total", KnownMetrics::any, SECOND),
          new Known(
              SourceMetric.REPORTED_CPU,
              "process_cpu_time_ns_total",
              KnownMetrics::any,
              NANOSECOND),
          new Known(SourceMetric.REPORTED_OPEN_FILES, "process_open_fds", KnownMetrics::any, 1),
          new Known(
              SourceMetric.REPORTED_OPEN_FILES, "process_files_open_files", KnownMetrics::any, 1),
          new Known(SourceMetric.THREADS, "jvm_threads_live_threads", KnownMetrics::any, 1),
          new Known(SourceMetric.THREADS, "jvm_threads_current", KnownMetrics::any, 1),
          new Known(SourceMetric.THREADS, "go_threads", KnownMetrics::any, 1),
          new Known(SourceMetric.THREADS, "process_threads", KnownMetrics::any, 1),
          new Known(
              SourceMetric.THREADS_RUNNABLE,
              "jvm_threads_states_threads",
              having("state", "runnable"),
              1),
          new Known(
              SourceMetric.THREADS_BLOCKED,
              "jvm_threads_states_threads",
              having("state", "blocked"),
              1),
          new Known(
              SourceMetric.THREADS_WAITING,
              "jvm_threads_states_threads",
              having("state", "waiting").or(having("state", "timed-waiting")),
              1),
          new Known(SourceMetric.GOROUTINES, "go_goroutines", KnownMetrics::any, 1),
          new Known(SourceMetric.USER_REQUESTS, "user_requests_total", KnownMetrics::any, 1),
          new Known(SourceMetric.USER_FAILURES, "user_failures_total", KnownMetrics::any, 1),
          new Known(SourceMetric.USER_REFUSALS, "user_refusals_total", KnownMetrics::any, 1),
          new Known(
              SourceMetric.USER_LATENCY_P50,
              "user_response_time_seconds",
              having("quantile", "0.5"),
              MILLISECOND_OF_SECONDS),
          new Known(
              SourceMetric.USER_LATENCY_P95,
              "user_response_time_seconds",
              having("quantile", "0.95"),
              MILLISECOND_OF_SECONDS),
          new Known(SourceMetric.USER_ENGINES, "user_engines_open", KnownMetrics::any, 1),
          new Known(SourceMetric.USER_STREAMS, "user_streams_open", KnownMetrics::any, 1),
          new Known(SourceMetric.USER_UNSENT_EVENTS, "user_events_unsent", KnownMetrics::any, 1));

  private KnownMetrics() {}

  /**
   * One metric of an endpoint.
   *
   * @param labels of those samples of it that count; their values are added up
   * @param factor from its unit to that of the reading
   */
  private record Known(
      SourceMetric metric, String name, Predicate<Map<String, String>> labels, double factor) {}

  private static boolean any(Map<String, String> labels) {
    return true;
  }

  private static Predicate<Map<String, String>> having(String label, String value) {
    return labels -> value.equals(labels.get(label));
  }

  /** What is known of it; nothing where nothing is. */
  static Readings in(Exposition exposition) {
    Readings readings = Readings.NONE;
    for (Known known : ALL) {
      OptionalDouble value = exposition.sum(known.name(), known.labels());
      if (value.isPresent() && readings.value(known.metric()).isEmpty()) {
        readings = readings.with(known.metric(), value.getAsDouble() * known.factor());
      }
    }
    return readings;
  }

  /** As people look for what is missing. */
  static String names() {
    return "jvm_*, process_*, go_* or user_*";
  }
}
