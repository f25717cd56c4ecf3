package dev.harness.run;

import dev.harness.run.port.ProcessProbe.ProcessSample;
import java.util.HashMap;
import java.util.Map;

/** What processes use, folded from samples of them, by role. */
final class ProcessUse {
  private final Map<String, ResourceUse> use = new HashMap<>();
  private final Map<String, Long> lastCpuNanos = new HashMap<>();

  void add(Map<String, ProcessSample> samples) {
    samples.forEach(this::add);
  }

  private void add(String role, ProcessSample sample) {
    ResourceUse before = use.get(role);
    Long last = lastCpuNanos.put(role, sample.cpuNanos());
    long cpuNanos = before == null || last == null ? 0 : before.cpuNanos() + used(last, sample);
    use.merge(
        role,
        new ResourceUse(
            1,
            sample.rssBytes(),
            sample.rssBytes(),
            cpuNanos,
            sample.threads(),
            sample.openFiles()),
        ResourceUse::then);
  }

  /** Processor time never goes back: where it does, another process has begun in its place. */
  private static long used(long lastCpuNanos, ProcessSample sample) {
    long since = sample.cpuNanos() - lastCpuNanos;
    return since >= 0 ? since : sample.cpuNanos();
  }

  /** From the first sample to the last. */
  Map<String, ResourceUse> byRole() {
    return Map.copyOf(use);
  }
}
