package dev.harness.cli.live;

import dev.harness.run.port.ProcessProbe.ProcessSample;

/**
 * What a process uses now.
 *
 * @param rssBytes resident memory
 * @param cores processor time per time over the last second or so: 1 is one core; NaN before that
 * @param sinceNanos the clock's time from which processor time is counted next
 * @param sinceCpuNanos the processor time then
 */
public record LiveProcess(long rssBytes, double cores, long sinceNanos, long sinceCpuNanos) {
  /** Over less time than this, processor time is too coarse to be divided by it. */
  private static final long SPAN_NANOS = 1_000_000_000L;

  static LiveProcess first(ProcessSample sample, long nanos) {
    return new LiveProcess(sample.rssBytes(), Double.NaN, nanos, sample.cpuNanos());
  }

  /**
   * After the next sample. Processor time never goes back: where it does, it is another process.
   */
  LiveProcess with(ProcessSample sample, long nanos) {
    long passed = nanos - sinceNanos;
    long used = sample.cpuNanos() - sinceCpuNanos;
    if (used < 0) {
      return first(sample, nanos);
    }
    return passed < SPAN_NANOS
        ? new LiveProcess(sample.rssBytes(), cores, sinceNanos, sinceCpuNanos)
        : new LiveProcess(sample.rssBytes(), (double) used / passed, nanos, sample.cpuNanos());
  }
}
