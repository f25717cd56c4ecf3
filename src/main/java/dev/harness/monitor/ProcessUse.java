package dev.harness.monitor;

import dev.harness.measure.Figure;
import dev.harness.run.port.ProcessProbe.ProcessSample;

/**
 * What a process has used so far.
 *
 * @param first when it was first seen
 * @param last when it was last seen
 * @param looks in which it was there
 * @param peakRssBytes highest resident memory of any look
 * @param rssBytesSum over all looks, for their mean
 * @param cpu over the last second or so, in percent of one core
 * @param peakCpu the highest such
 */
public record ProcessUse(
    ProcessSample first,
    ProcessSample last,
    long looks,
    long peakRssBytes,
    double rssBytesSum,
    Figure cpu,
    double peakCpu) {

  static ProcessUse first(ProcessSample sample) {
    return new ProcessUse(
        sample, sample, 0, sample.rssBytes(), 0, Figure.missing("it was seen but once"), 0);
  }

  ProcessUse then(ProcessSample sample, Figure cpuNow) {
    return new ProcessUse(
        first,
        sample,
        looks + 1,
        Math.max(peakRssBytes, sample.rssBytes()),
        rssBytesSum + sample.rssBytes(),
        cpuNow,
        cpuNow instanceof Figure.Measured measured ? Math.max(peakCpu, measured.value()) : peakCpu);
  }

  /** Mean resident memory. */
  public double meanRssBytes() {
    return rssBytesSum / looks;
  }
}
