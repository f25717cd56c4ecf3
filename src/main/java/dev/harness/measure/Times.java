package dev.harness.measure;

import org.HdrHistogram.Histogram;

/** Times as they are recorded: what does not fit is counted instead of clamped. Used again. */
final class Times {
  private final Resolution resolution;
  private final Histogram histogram;
  private long overflow;

  Times(Resolution resolution) {
    this.resolution = resolution;
    this.histogram = resolution.newHistogram();
  }

  void record(long nanos) {
    long ticks = resolution.toTicks(nanos);
    if (resolution.inRange(ticks)) {
      histogram.recordValue(ticks);
    } else {
      overflow++;
    }
  }

  Distribution distribution() {
    return Distribution.of(resolution, histogram, overflow);
  }

  void clear() {
    if (histogram.getTotalCount() > 0) {
      histogram.reset();
    }
    overflow = 0;
  }
}
