package dev.harness.measure;

/** One second of a load, made of operations that a test chooses. */
public final class SecondOfLoad {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Recorder recorder;
  private final long startNanos;

  private SecondOfLoad(long startNanos) {
    this.startNanos = startNanos;
    // Its own start: a recorder from the beginning would open all the seconds before, too.
    this.recorder = new Recorder(Resolution.MICROSECONDS, startNanos);
  }

  /** With nothing due in it, so far. */
  public static SecondOfLoad at(long second) {
    return new SecondOfLoad(second * Recorder.WINDOW_NANOS);
  }

  /** And so many operations, sent when they were due. */
  public SecondOfLoad with(int operations, Outcome outcome, long millis) {
    return with(operations, outcome, millis, millis);
  }

  /** And so many operations, sent some time after they were due. */
  public SecondOfLoad with(
      int operations, Outcome outcome, long responseMillis, long serviceMillis) {
    long done = startNanos + responseMillis * NANOS_PER_MILLI;
    long sent = done - serviceMillis * NANOS_PER_MILLI;
    for (int i = 0; i < operations; i++) {
      recorder.due(startNanos);
      recorder.record(new Sample("request", "user-1", startNanos, sent, done, outcome));
    }
    return this;
  }

  public WindowSnapshot window() {
    WindowSnapshot only = recorder.closeBefore(startNanos + Recorder.WINDOW_NANOS).get(0);
    return new WindowSnapshot(
        startNanos / Recorder.WINDOW_NANOS,
        only.counts(),
        only.response(),
        only.service(),
        only.lag(),
        only.series(),
        only.reasons(),
        only.failures());
  }
}
