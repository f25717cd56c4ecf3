package dev.harness.verdict;

import dev.harness.measure.Counts;

/** What one window is worth to whoever watches a load. */
public enum WindowState {
  /** Something was due, and something completed. */
  GOOD,
  /** Something was due and offered, and nothing completed. */
  BAD,
  /** Nothing was due. */
  IDLE,
  /** The generator did not offer what was due: whatever the window shows, it is not the target. */
  NO_DATA;

  /** From this share on, what the generator dropped spoils a window (methods, generator health). */
  private static final double MOST_DROPPED = 0.001;

  public static WindowState of(Counts counts) {
    if (counts.due() == 0) {
      return IDLE;
    }
    if (counts.dropped() > MOST_DROPPED * counts.due()) {
      return NO_DATA;
    }
    return counts.completed() == 0 ? BAD : GOOD;
  }
}
