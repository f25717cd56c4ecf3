package dev.harness.verdict;

import dev.harness.measure.Outcome;
import dev.harness.measure.Recorder;
import dev.harness.measure.Resolution;
import dev.harness.measure.Sample;
import dev.harness.measure.WindowSnapshot;
import java.util.ArrayList;
import java.util.List;

/** Windows as a recorder gives them off, one a second. */
public final class Windows {
  private static final long MILLI = 1_000_000;

  public final List<WindowSnapshot> list = new ArrayList<>();

  public Windows good(int count) {
    return of(count, 200, 11, Outcome.COMPLETED);
  }

  public Windows slow(int count) {
    return of(count, 200, 40, Outcome.COMPLETED);
  }

  public Windows refused(int count) {
    return of(count, 200, 1, Outcome.refused("busy"));
  }

  public Windows empty(int count) {
    return of(count, 0, 0, Outcome.COMPLETED);
  }

  public Windows of(int count, int samples, long millis, Outcome outcome) {
    for (int i = 0; i < count; i++) {
      long start = list.size() * Recorder.WINDOW_NANOS;
      var recorder = new Recorder(Resolution.MICROSECONDS, 0);
      for (int s = 0; s < samples; s++) {
        recorder.due(start);
        recorder.record(
            new Sample("request", "user-1", start, start, start + millis * MILLI, outcome));
      }
      List<WindowSnapshot> closed = recorder.closeBefore(start + Recorder.WINDOW_NANOS);
      list.add(closed.get(closed.size() - 1));
    }
    return this;
  }
}
