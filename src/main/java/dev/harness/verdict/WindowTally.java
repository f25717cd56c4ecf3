package dev.harness.verdict;

import dev.harness.measure.WindowSnapshot;

/**
 * How many windows of a load there were, and in how many of them it was not offered. Merging is
 * {@link #plus}, with {@link #ZERO}.
 *
 * @param windows in all
 * @param withoutData those whose state is {@link WindowState#NO_DATA}
 */
public record WindowTally(long windows, long withoutData) {
  public static final WindowTally ZERO = new WindowTally(0, 0);

  public static WindowTally of(WindowSnapshot window) {
    return new WindowTally(1, WindowState.of(window.counts()) == WindowState.NO_DATA ? 1 : 0);
  }

  public WindowTally plus(WindowTally other) {
    return new WindowTally(windows + other.windows, withoutData + other.withoutData);
  }
}
