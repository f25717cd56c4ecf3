package dev.harness.telemetry;

import dev.harness.run.RunEvent;
import dev.harness.run.port.ProcessProbe.HostSample;
import io.prometheus.client.Collector.MetricFamilySamples;
import java.util.List;
import java.util.stream.Stream;

/** What host and processes used when they were last sampled. */
final class SampleFamilies {
  private static final double NANOS_PER_SECOND = 1e9;

  private SampleFamilies() {}

  static List<MetricFamilySamples> of(RunEvent.Sampled sampled) {
    return Stream.concat(host(sampled.host()), processes(sampled)).map(Family::samples).toList();
  }

  private static Stream<Family> host(HostSample host) {
    return Stream.of(
        gauge(
            "host_memory_used_bytes",
            "Memory of the machine in use",
            (double) host.memoryUsedBytes()),
        gauge("host_swap_used_bytes", "Swap of the machine in use", (double) host.swapUsedBytes()),
        gauge("host_cpu_percent", "Of all cores together", host.cpuPercent()),
        gauge("host_steal_percent", "Of all cores, taken by a hypervisor", host.stealPercent()),
        gauge("host_load_average", "Over one minute", host.loadAverage()));
  }

  private static Family gauge(String name, String help, double value) {
    Family family = Family.gauge(name, help);
    family.add(value);
    return family;
  }

  private static Stream<Family> processes(RunEvent.Sampled sampled) {
    Family memory = Family.gauge("process_resident_memory_bytes", "Resident memory", "role");
    Family virtual = Family.gauge("process_virtual_memory_bytes", "Virtual memory", "role");
    Family cpu = Family.counter("process_cpu_seconds", "Processor time", "role");
    Family threads = Family.gauge("process_threads", "Threads", "role");
    Family files = Family.gauge("process_open_fds", "Open files", "role");
    sampled
        .processes()
        .forEach(
            (role, use) -> {
              memory.add(use.rssBytes(), role);
              virtual.add(use.virtualBytes(), role);
              cpu.add(use.cpuNanos() / NANOS_PER_SECOND, role);
              threads.add(use.threads(), role);
              files.add(use.openFiles(), role);
            });
    return Stream.of(memory, virtual, cpu, threads, files);
  }
}
