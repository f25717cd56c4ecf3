package dev.harness.run;

import dev.harness.run.port.ProcessProbe.HostSample;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

  /**
   * How many processors a process used between each sample and the one before it; NaN for the
   * first, and where it was not there.
   *
   * @param samples in the order of time
   */
  public static List<Double> cores(List<UseSample> samples, String role) {
    var cores = new ArrayList<Double>();
    UseSample before = null;
    for (UseSample sample : samples) {
      cores.add(before == null ? Double.NaN : sample.coresSince(before, role));
      before = sample;
    }
    return cores;
  }

  private double coresSince(UseSample before, String role) {
    ProcessSample now = processes.get(role);
    ProcessSample then = before.processes.get(role);
    if (now == null || then == null) {
      return Double.NaN;
    }
    double used = (now.cpuNanos() - then.cpuNanos()) / 1e9;
    double seconds = at - before.at;
    // Processor time never goes back: where it does, another process has begun in its place.
    return used >= 0 && seconds > 0 ? used / seconds : Double.NaN;
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
