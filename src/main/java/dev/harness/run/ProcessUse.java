package dev.harness.run;

import dev.harness.run.port.ProcessProbe.ProcessSample;
import java.util.HashMap;
import java.util.Map;

/** What processes use, folded from samples of them, by role. */
final class ProcessUse {
  private final Map<String, ResourceUse> use = new HashMap<>();
  private final Map<String, Long> firstCpuNanos = new HashMap<>();

  void add(Map<String, ProcessSample> samples) {
    samples.forEach(this::add);
  }

  private void add(String role, ProcessSample sample) {
    long cpuNanos = sample.cpuNanos() - firstCpuNanos.computeIfAbsent(role, r -> sample.cpuNanos());
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

  /** From the first sample to the last. */
  Map<String, ResourceUse> byRole() {
    return Map.copyOf(use);
  }
}
