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
  /**
   * The generator did not offer what was due, or the end of the run cut it off: whatever the window
   * shows, it is not the target.
   */
  NO_DATA;

  /** Beyond this share, what was dropped or left unfinished spoils a window. */
  private static final double MOST_LOST = 0.001;

  public static WindowState of(Counts counts) {
    if (counts.due() == 0) {
      return IDLE;
    }
    if (counts.dropped() + counts.unfinished() > MOST_LOST * counts.due()) {
      return NO_DATA;
    }
    return counts.completed() == 0 ? BAD : GOOD;
  }
}
