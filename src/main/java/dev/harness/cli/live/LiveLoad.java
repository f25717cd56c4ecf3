package dev.harness.cli.live;

import dev.harness.measure.Figure;
import dev.harness.measure.Recorder;
import dev.harness.measure.WindowSnapshot;
import dev.harness.plan.WindowMetric;
import dev.harness.plan.WindowMetric.Percentile;
import dev.harness.plan.WindowMetric.Timing;
import dev.harness.verdict.TrailingWindows;
import java.util.List;

/**
 * A load that is driven, as its windows close.
 *
 * @param measured false for a warm-up, of which nothing is judged
 * @param startNanos the clock's time at its start
 * @param windows those that alerts would look at
 * @param trend its last minute
 * @param seen whether a window of this round has closed; the figures of the round before stay until
 *     then
 * @param figures as of the newest window
 * @param newestNanos when that was; its start before the first
 */
public record LiveLoad(
    String phase,
    boolean measured,
    long startNanos,
    TrailingWindows windows,
    Trend trend,
    boolean seen,
    Figures figures,
    long newestNanos) {

  private static final WindowMetric P50 = new Percentile(Timing.RESPONSE_TIME, 50);
  private static final WindowMetric P95 = new Percentile(Timing.RESPONSE_TIME, 95);
  private static final WindowMetric P99 = new Percentile(Timing.RESPONSE_TIME, 99);

  /**
   * What is shown of a load. Percentiles are those that alerts are held against: over the shortest
   * trailing span with enough operations for each.
   *
   * @param p50 of response times, in milliseconds, as the next two
   * @param inFlight operations under way on average, by Little's law: completed per second × mean
   *     service time
   * @param lagP99Millis how late the generator was in the newest window, whatever the number of
   *     samples; NaN where no operation had a time at which it was due
   */
  public record Figures(Figure p50, Figure p95, Figure p99, Figure inFlight, double lagP99Millis) {
    private static final Figure NOT_YET = Figure.missing("no window has closed yet");
    static final Figures NONE = new Figures(NOT_YET, NOT_YET, NOT_YET, NOT_YET, Double.NaN);
  }

  static LiveLoad begin(String phase, boolean measured, long nanos) {
    return new LiveLoad(
        phase,
        measured,
        nanos,
        TrailingWindows.of(List.of(P50, P95, P99)),
        Trend.NONE,
        false,
        Figures.NONE,
        nanos);
  }

  /** Another round of it begins. */
  LiveLoad again(long nanos) {
    return new LiveLoad(phase, measured, nanos, windows, trend, false, figures, nanos);
  }

  LiveLoad with(WindowSnapshot window, long nanos) {
    TrailingWindows more = windows.with(window);
    long second = Math.floorDiv(startNanos, Recorder.WINDOW_NANOS) + window.index();
    var now =
        new Figures(
            more.figure(P50),
            more.figure(P95),
            more.figure(P99),
            inFlight(window),
            window.lag().percentileMillis(0.99));
    return new LiveLoad(
        phase, measured, startNanos, more, trend.with(second, window), true, now, nanos);
  }

  /** Completed in the newest second that is over. */
  Figure rate(long nanos) {
    return trend
        .newestBefore(Math.floorDiv(nanos, Recorder.WINDOW_NANOS))
        .map(second -> Figure.of((double) second.completed(), second.completed()))
        .orElse(Figures.NOT_YET);
  }

  private static Figure inFlight(WindowSnapshot window) {
    long completed = window.counts().completed();
    return completed == 0
        ? Figure.missing("nothing completed")
        : Figure.of(completed * window.service().meanMillis() / 1_000, completed);
  }
}
