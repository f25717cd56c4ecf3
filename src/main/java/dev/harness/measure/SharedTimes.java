package dev.harness.measure;

import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Recorder;

/**
 * Times that several event loops record at once, without waiting for each other: of a part of an
 * operation, beside the windows that tell of the whole.
 */
public final class SharedTimes {
  private final Resolution resolution;
  private final Recorder recorder;
  private final LongAdder overflow = new LongAdder();

  public SharedTimes(Resolution resolution) {
    this.resolution = resolution;
    this.recorder = resolution.newSharedRecorder();
  }

  /** Records one; what does not fit is counted instead of clamped. */
  public void record(long nanos) {
    long ticks = resolution.toTicks(nanos);
    if (resolution.inRange(ticks)) {
      recorder.recordValue(ticks);
    } else {
      overflow.increment();
    }
  }

  /** All that were recorded. To be asked once, when nothing more comes. */
  public Distribution distribution() {
    return Distribution.of(resolution, recorder.getIntervalHistogram(), overflow.sum());
  }
}
