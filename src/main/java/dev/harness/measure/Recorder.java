package dev.harness.measure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Folds the samples of one event loop into one-second windows. Belongs to one thread: it has no
 * lock and allocates nothing for a sample.
 *
 * <p>A window is keyed by the intended time of its samples, and closes when all that was due in it
 * has ended: so a slow answer counts in the second in which it was due.
 */
public final class Recorder {
  /** One window's length. */
  public static final long WINDOW_NANOS = 1_000_000_000L;

  private static final int MOST_SPARE = 4;

  private final Resolution resolution;
  private final long startNanos;

  /** Windows from {@link #firstOpen} on; few, so that removing the first costs nothing. */
  private final List<OpenWindow> open = new ArrayList<>();

  /** Windows that were closed, to be used again: as many as a load needs that is not held up. */
  private final Deque<OpenWindow> spare = new ArrayDeque<>();

  private long firstOpen;

  /**
   * @param startNanos the clock's time at the start of the phase: where window 0 begins
   */
  public Recorder(Resolution resolution, long startNanos) {
    this.resolution = resolution;
    this.startNanos = startNanos;
  }

  /** Counts an operation as due. Every operation is, once, before anything else is said of it. */
  public void due(long intendedNanos) {
    window(intendedNanos).due();
  }

  /**
   * How late the generator itself was with an operation of an open load.
   *
   * @param lagNanos sent − the moment at which it could have been sent; of what found no slot,
   *     noticed − due
   */
  public void lag(long intendedNanos, long lagNanos) {
    window(intendedNanos).lag(lagNanos);
  }

  /** Records how an operation ended that was counted as due. */
  public void record(Sample sample) {
    window(sample.intendedNanos()).record(sample, sample.intendedNanos() - startNanos);
  }

  /**
   * The windows that can gain nothing more: they lie before the given time, and all that was due in
   * them has ended. In order, each exactly once, those without any operation included.
   */
  public List<WindowSnapshot> closeBefore(long nanos) {
    var closed = new ArrayList<WindowSnapshot>();
    long end = Math.floorDiv(nanos - startNanos, WINDOW_NANOS);
    while (firstOpen < end) {
      if (open.isEmpty()) {
        open.add(unused());
      }
      if (!open.get(0).settled()) {
        break;
      }
      closed.add(close());
    }
    return closed;
  }

  /** All that is left, at the end of the phase, settled or not. */
  public List<WindowSnapshot> closeAll() {
    var closed = new ArrayList<WindowSnapshot>();
    while (!open.isEmpty()) {
      closed.add(close());
    }
    return closed;
  }

  private OpenWindow window(long intendedNanos) {
    long index = Math.floorDiv(intendedNanos - startNanos, WINDOW_NANOS);
    if (index < firstOpen) {
      throw new IllegalStateException(
          "a sample of window " + index + ", which is closed; open from " + firstOpen);
    }
    while (firstOpen + open.size() <= index) {
      open.add(unused());
    }
    return open.get((int) (index - firstOpen));
  }

  private WindowSnapshot close() {
    OpenWindow window = open.remove(0);
    WindowSnapshot snapshot = window.snapshot(firstOpen++);
    if (spare.size() < MOST_SPARE) {
      window.clear();
      spare.add(window);
    }
    return snapshot;
  }

  private OpenWindow unused() {
    OpenWindow window = spare.poll();
    return window == null ? new OpenWindow(resolution) : window;
  }
}
