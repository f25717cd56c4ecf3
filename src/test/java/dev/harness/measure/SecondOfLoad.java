package dev.harness.measure;

import java.util.List;

/** One second of a load, made of operations that a test chooses. */
public final class SecondOfLoad {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Recorder recorder = new Recorder(Resolution.MICROSECONDS, 0);
  private final long startNanos;

  private SecondOfLoad(long startNanos) {
    this.startNanos = startNanos;
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
    List<WindowSnapshot> closed = recorder.closeBefore(startNanos + Recorder.WINDOW_NANOS);
    return closed.get(closed.size() - 1);
  }
}
