package dev.harness.target.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.plan.SourceMetric;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownMetricsTest {

  @Test
  void knowsMicrometers() {
    assertThat(
            known(
                """
                jvm_memory_used_bytes{area="heap",id="Eden Space"} 1048576.0
                jvm_memory_used_bytes{area="heap",id="Tenured Gen"} 2097152.0
                jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 9.9E9
                jvm_memory_committed_bytes{area="heap",id="Tenured Gen"} 4194304.0
                jvm_gc_pause_seconds_count{action="end of minor GC"} 3
                jvm_gc_pause_seconds_count{action="end of major GC"} 2
                jvm_gc_pause_seconds_sum{action="end of minor GC"} 0.25
                jvm_buffer_memory_used_bytes{id="direct"} 1048576
                jvm_threads_live_threads 30.0
                jvm_threads_states_threads{state="runnable"} 8.0
                jvm_threads_states_threads{state="waiting"} 10.0
                jvm_threads_states_threads{state="timed-waiting"} 11.0
                jvm_threads_states_threads{state="blocked"} 1.0
                process_files_open_files 42.0
                process_cpu_time_ns_total 3.5E9
                """))
        .isEqualTo(
            Map.ofEntries(
                Map.entry(SourceMetric.HEAP_USED, 3.0),
                Map.entry(SourceMetric.HEAP_COMMITTED, 4.0),
                Map.entry(SourceMetric.GC_RATE, 5.0),
                Map.entry(SourceMetric.GC_TIME, 0.25),
                Map.entry(SourceMetric.DIRECT_MEMORY, 1.0),
                Map.entry(SourceMetric.THREADS, 30.0),
                Map.entry(SourceMetric.THREADS_RUNNABLE, 8.0),
                Map.entry(SourceMetric.THREADS_WAITING, 21.0),
                Map.entry(SourceMetric.THREADS_BLOCKED, 1.0),
                Map.entry(SourceMetric.REPORTED_OPEN_FILES, 42.0),
                Map.entry(SourceMetric.REPORTED_CPU, 3.5)));
  }

  @Test
  void knowsGos() {
    assertThat(
            known(
                """
                go_goroutines 17
                go_threads 9
                go_memstats_heap_alloc_bytes 1.048576e+06
                go_memstats_heap_sys_bytes 3.145728e+06
                go_gc_duration_seconds{quantile="0"} 1e-05
                go_gc_duration_seconds{quantile="1"} 0.002
                go_gc_duration_seconds_sum 0.5
                go_gc_duration_seconds_count 7
                process_cpu_seconds_total 12.5
                process_open_fds 11
                process_resident_memory_bytes 2.097152e+06
                """))
        .isEqualTo(
            Map.ofEntries(
                Map.entry(SourceMetric.GOROUTINES, 17.0),
                Map.entry(SourceMetric.THREADS, 9.0),
                Map.entry(SourceMetric.HEAP_USED, 1.0),
                Map.entry(SourceMetric.HEAP_COMMITTED, 3.0),
                Map.entry(SourceMetric.GC_PAUSE, 2.0),
                Map.entry(SourceMetric.GC_TIME, 0.5),
                Map.entry(SourceMetric.GC_RATE, 7.0),
                Map.entry(SourceMetric.REPORTED_CPU, 12.5),
                Map.entry(SourceMetric.REPORTED_OPEN_FILES, 11.0),
                Map.entry(SourceMetric.RESIDENT_MEMORY, 2.0)));
  }

  @Test
  void whatIsUnknownOrNoNumberTellsNothing() {
    assertThat(known("up 1\nprocess_open_fds NaN\njvm_memory_used_bytes{area=\"nonheap\"} 3\n"))
        .isEmpty();
  }

  private static Map<SourceMetric, Double> known(String text) {
    return KnownMetrics.in(Exposition.parse(text)).values();
  }
}
