package dev.harness.monitor;

import dev.harness.measure.Figure;
import dev.harness.stats.Interval;
import dev.harness.stats.MannKendall;
import dev.harness.stats.TheilSen;
import java.util.List;

/**
 * How fast something grows: Sen's slope over the later half of what was seen, with its 90 %
 * interval, as for a leak. The earlier half is left out, because what fills up and then stays is
 * none.
 *
 * @param points in the order of their times
 */
record Growth(List<Point> points) {
  /** Fewer prove nothing. */
  static final int LEAST_POINTS = 20;

  /** More make a slope no surer, and the pairs of them dear. */
  private static final int MOST_POINTS = 120;

  private static final double CONFIDENCE = 0.90;
  private static final double SIGNIFICANT = 0.01;

  Growth {
    points = List.copyOf(points);
  }

  /**
   * A value at a time.
   *
   * @param hours since any moment
   */
  record Point(double hours, double value) {}

  /**
   * Growth in an hour. Unless it is beyond chance (Mann-Kendall, p ≤ 0.01) and amounts to something
   * in the time that was looked at, none at all remains possible.
   *
   * @param least growth that amounts to something
   */
  Figure perHour(double least) {
    List<Point> later = later();
    if (later.size() < LEAST_POINTS) {
      return Figure.missing(
          "a trend takes %d looks, of which the first half is left out"
              .formatted(2 * LEAST_POINTS));
    }
    double[] hours = later.stream().mapToDouble(Point::hours).toArray();
    double[] values = later.stream().mapToDouble(Point::value).toArray();
    Interval slope = TheilSen.interval(hours, values, CONFIDENCE);
    double span = hours[hours.length - 1] - hours[0];
    boolean proved =
        slope.lower() * span >= least && MannKendall.of(hours, values).p() <= SIGNIFICANT;
    double lower = proved ? slope.lower() : Math.min(slope.lower(), 0);
    return Figure.estimate(slope.estimate(), lower, slope.upper(), later.size());
  }

  private List<Point> later() {
    List<Point> half = points.subList(points.size() / 2, points.size());
    int step = (half.size() + MOST_POINTS - 1) / MOST_POINTS;
    return step <= 1
        ? half
        : java.util.stream.IntStream.range(0, half.size() / step)
            .mapToObj(i -> half.get(i * step))
            .toList();
  }
}
