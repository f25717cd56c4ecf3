package dev.harness.run;

import dev.harness.run.port.ProcessProbe.HostSample;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import java.util.HashMap;
import java.util.Map;

/**
 * What host and processes used at one time.
 *
 * @param at seconds since the start of the check
 * @param processes by role; their processor time counts from their own start
 */
public record UseSample(double at, HostSample host, Map<String, ProcessSample> processes) {

  public UseSample {
    processes = Map.copyOf(processes);
  }

  /** Both, one after the other: the later, with the higher memory of the two. */
  UseSample then(UseSample later) {
    var both = new HashMap<>(later.processes);
    processes.forEach((role, earlier) -> both.computeIfPresent(role, (r, p) -> peak(p, earlier)));
    return new UseSample(later.at, later.host, both);
  }

  private static ProcessSample peak(ProcessSample later, ProcessSample earlier) {
    return new ProcessSample(
        Math.max(later.rssBytes(), earlier.rssBytes()),
        later.virtualBytes(),
        later.cpuNanos(),
        later.threads(),
        later.openFiles());
  }
}
