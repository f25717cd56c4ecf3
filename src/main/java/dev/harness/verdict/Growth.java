package dev.harness.verdict;

import dev.harness.measure.Figure;
import dev.harness.stats.Interval;
import dev.harness.stats.MannKendall;
import dev.harness.stats.TheilSen;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * How fast something grows that comes and goes: Sen's slope, with its 90 % interval, over the
 * lowest value of each twentieth of the later half of what was seen. The earlier half is left out,
 * because what fills up and then stays is no leak; and of what rises and falls with each
 * collection, only the floor tells.
 *
 * @param points in the order of their times
 */
public record Growth(List<Point> points) {
  /** Fewer floors prove nothing; more of them would hang together, and prove too much. */
  private static final int FLOORS = 20;

  /** Of these the first half is left out. */
  public static final int LEAST_POINTS = 2 * FLOORS;

  private static final double CONFIDENCE = 0.90;
  private static final double SIGNIFICANT = 0.01;

  public Growth {
    points = List.copyOf(points);
  }

  /**
   * A value at a time.
   *
   * @param hours since any moment
   */
  public record Point(double hours, double value) {
    private static final double NANOS_PER_HOUR = 3.6e12;

    /** A value so long after that moment. */
    public static Point at(Duration since, double value) {
      return new Point(since.toNanos() / NANOS_PER_HOUR, value);
    }
  }

  /**
   * Growth in an hour. Unless it is beyond chance (Mann-Kendall, p ≤ 0.01) and amounts to something
   * in the time that was looked at, none at all remains possible.
   *
   * @param least growth that amounts to something
   */
  public Figure perHour(double least) {
    List<Point> later = points.subList(points.size() / 2, points.size());
    if (later.size() < FLOORS) {
      return Figure.missing(
          "a trend takes %d looks, of which the first half is left out".formatted(LEAST_POINTS));
    }
    double[] hours = new double[FLOORS];
    double[] values = new double[FLOORS];
    for (int i = 0; i < FLOORS; i++) {
      Point floor = floor(later, i);
      hours[i] = floor.hours();
      values[i] = floor.value();
    }
    Interval slope = TheilSen.interval(hours, values, CONFIDENCE);
    double span = hours[FLOORS - 1] - hours[0];
    boolean proved =
        slope.lower() * span >= least && MannKendall.of(hours, values).p() <= SIGNIFICANT;
    double lower = proved ? slope.lower() : Math.min(slope.lower(), 0);
    return Figure.estimate(slope.estimate(), lower, slope.upper(), later.size());
  }

  private static Point floor(List<Point> of, int i) {
    return Collections.min(
        of.subList(of.size() * i / FLOORS, of.size() * (i + 1) / FLOORS),
        Comparator.comparingDouble(Point::value));
  }
}
