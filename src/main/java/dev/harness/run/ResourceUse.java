package dev.harness.run;

/**
 * What a process used over a run.
 *
 * @param samples taken; the others mean nothing without any
 * @param peakRssBytes highest resident memory that was seen
 * @param lastRssBytes at the end
 * @param cpuNanos processor time from the first sample to the last
 * @param peakThreads most threads that were seen
 * @param peakOpenFiles most open files that were seen
 */
public record ResourceUse(
    int samples,
    long peakRssBytes,
    long lastRssBytes,
    long cpuNanos,
    int peakThreads,
    long peakOpenFiles) {

  /** Both, one after the other; the processor time of the later one includes the earlier's. */
  ResourceUse then(ResourceUse later) {
    return new ResourceUse(
        samples + later.samples,
        Math.max(peakRssBytes, later.peakRssBytes),
        later.lastRssBytes,
        later.cpuNanos,
        Math.max(peakThreads, later.peakThreads),
        Math.max(peakOpenFiles, later.peakOpenFiles));
  }
}
