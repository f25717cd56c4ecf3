package dev.harness.verdict;

import dev.harness.measure.WindowSnapshot;
import java.util.List;
import java.util.OptionalInt;

/**
 * When a service is itself again after a disturbance: at the first of five consecutive good
 * windows.
 *
 * <p>A window is judged together with those before it, back to as many as it takes for 200 samples,
 * but not beyond the end of the disturbance. It is good if its P95 is within the limit, and no more
 * than half again or 5 ms above what it was before, and its goodput is at least 95 % of what was
 * due.
 *
 * @param p95LimitMillis that the P95 must keep in any case
 * @param p95BeforeMillis what it was before the disturbance
 */
public record Recovery(double p95LimitMillis, double p95BeforeMillis) {
  private static final int GOOD_WINDOWS = 5;
  private static final long SAMPLES = 200;
  private static final double SLOWER_BY = 1.5;
  private static final double SLOWER_MILLIS = 5;
  private static final double GOODPUT = 0.95;

  /**
   * Windows from the end of the disturbance to the recovery.
   *
   * @param after all windows since then, in order
   * @return empty where it never recovered within them
   */
  public OptionalInt windowsUntilGood(List<WindowSnapshot> after) {
    int good = 0;
    for (int i = 0; i < after.size(); i++) {
      good = good(after, i) ? good + 1 : 0;
      if (good == GOOD_WINDOWS) {
        return OptionalInt.of(i + 1 - GOOD_WINDOWS);
      }
    }
    return OptionalInt.empty();
  }

  private boolean good(List<WindowSnapshot> windows, int last) {
    WindowSnapshot span = windows.get(last);
    for (int i = last - 1; i >= 0 && span.counts().due() < SAMPLES; i--) {
      span = windows.get(i).plus(span);
    }
    if (span.counts().due() < SAMPLES) {
      return false;
    }
    double p95 = span.response().percentileMillis(0.95);
    double allowed = Math.max(SLOWER_BY * p95BeforeMillis, p95BeforeMillis + SLOWER_MILLIS);
    return p95 <= Math.min(p95LimitMillis, allowed)
        && span.counts().completed() >= GOODPUT * span.counts().due();
  }
}
