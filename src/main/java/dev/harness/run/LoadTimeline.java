package dev.harness.run;

import dev.harness.measure.Counts;
import dev.harness.plan.LoadProfile.Kind;
import java.util.List;

/**
 * A load over time: its windows in order, and of a long one neighbours put together. For charts,
 * and for a comparison with the same load of another run.
 *
 * @param phase what it is called in its check
 * @param kind of its load; of unlike rounds, the one that shows least
 * @param inProcess whether it is work in the harness's own process
 */
public record LoadTimeline(String phase, Kind kind, boolean inProcess, List<Point> points) {

  public LoadTimeline {
    points = List.copyOf(points);
  }

  /**
   * One window, or neighbours together. Percentiles are those of whatever there is, however little,
   * and NaN where nothing completed: they are shown and compared, and no limit is held against
   * them.
   *
   * @param at seconds from the start of the check to its own
   * @param seconds that load was offered in it: 1 for a whole window
   * @param counts of what was due in it
   * @param p50 of the response times, in ms, as all that follow
   */
  public record Point(
      double at, double seconds, Counts counts, double p50, double p95, double p99, double max) {

    /** Completed per second; NaN where it has no length. */
    public double completedPerSecond() {
      return perSecond(counts.completed());
    }

    /** So many of it, per second of it. */
    public double perSecond(long operations) {
      return seconds > 0 ? operations / seconds : Double.NaN;
    }
  }
}
