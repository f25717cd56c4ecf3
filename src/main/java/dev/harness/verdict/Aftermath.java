package dev.harness.verdict;

import dev.harness.measure.Counts;
import dev.harness.measure.Distribution;
import dev.harness.measure.Figure;
import dev.harness.measure.Recorder;
import dev.harness.measure.WindowSnapshot;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a disturbance in the middle of a load left behind.
 *
 * @param windows from the end of the disturbance to the recovery; empty where it never came
 * @param since what became of the operations after the recovery; where there was none, after the
 *     disturbance
 * @param horizonSeconds for which one waited
 */
public record Aftermath(OptionalInt windows, Counts since, int horizonSeconds) {
  private static final double MILLIS_PER_WINDOW = Recorder.WINDOW_NANOS / 1e6;

  /**
   * Looks at the windows before and after it.
   *
   * @param all windows of the load, one a second
   * @param from the second in which the disturbance begins
   * @param until the second from which there is nothing to disturb it any more
   * @param p95LimitMillis that the P95 must keep in any case
   */
  public static Aftermath of(List<WindowSnapshot> all, int from, int until, double p95LimitMillis) {
    double p95Before =
        all.stream()
            .filter(window -> window.index() < from)
            .map(WindowSnapshot::response)
            .reduce(Distribution::plus)
            .map(times -> times.percentileMillis(0.95))
            .orElse(Double.NaN);
    List<WindowSnapshot> after = all.stream().filter(window -> window.index() >= until).toList();
    OptionalInt windows = new Recovery(p95LimitMillis, p95Before).windowsUntilGood(after);
    Counts since =
        after.stream()
            .skip(windows.orElse(0))
            .map(WindowSnapshot::counts)
            .reduce(Counts.ZERO, Counts::plus);
    return new Aftermath(windows, since, after.size());
  }

  /** Time to recover in milliseconds, seen in whole windows. */
  public Figure millis() {
    return windows.isPresent()
        ? Figure.of(windows.getAsInt() * MILLIS_PER_WINDOW)
        : Figure.missing("it did not recover within %d s".formatted(horizonSeconds));
  }

  public boolean recovered() {
    return windows.isPresent();
  }
}
