package dev.harness.run.port;

import java.util.Optional;

/** Reads what the operating system knows of processes and of the machine. */
public interface ProcessProbe {

  /** What a process uses now; empty if it is gone. */
  Optional<ProcessSample> process(long pid);

  /** What the machine uses now. */
  HostSample host();

  /** What the machine is. */
  HostFacts facts();

  /** The slowest processor's frequency in percent of the highest there is; NaN where none tells. */
  double frequencyPercent();

  /**
   * What a process uses.
   *
   * @param cpuNanos processor time used since the process began
   */
  record ProcessSample(
      long rssBytes, long virtualBytes, long cpuNanos, int threads, long openFiles) {

    /** What it holds, as {@code 1 thread, 12 files}. */
    public String holds() {
      return "%,d %s, %,d %s"
          .formatted(
              threads,
              threads == 1 ? "thread" : "threads",
              openFiles,
              openFiles == 1 ? "file" : "files");
    }
  }

  /**
   * What the machine uses.
   *
   * @param cpuPercent of all cores together, since the sample before, or lately; NaN in the first
   * @param loadAverage over one minute; negative where the system has none
   * @param stealPercent of all cores together, taken by a hypervisor; NaN in the first
   */
  record HostSample(
      long memoryUsedBytes,
      long swapUsedBytes,
      double cpuPercent,
      double loadAverage,
      double stealPercent,
      long contextSwitches) {}

  /** Facts that do not change while a run lasts. */
  record HostFacts(
      String platform,
      String osVersion,
      String architecture,
      String cpuModel,
      int logicalCpus,
      long memoryBytes) {}
}
