package dev.harness.report.html;

import dev.harness.metric.Unit;
import dev.harness.report.NumberText;
import dev.harness.report.html.Chart.Axis;
import dev.harness.report.html.Chart.Line;
import dev.harness.report.html.Chart.Mark;
import dev.harness.run.LoadTimeline;
import dev.harness.run.LoadTimeline.Point;
import dev.harness.run.drive.PhaseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The charts of one load over time: response times, and rates with what went wrong. */
final class LoadCharts {
  /** One point is no course. */
  private static final int LEAST_POINTS = 2;

  private final LoadTimeline load;
  private final NumberText numbers;
  private final List<Mark> marks;

  private LoadCharts(LoadTimeline load, NumberText numbers, List<Mark> marks) {
    this.load = load;
    this.numbers = numbers;
    this.marks = marks;
  }

  /**
   * Both; none where it was over within a window.
   *
   * @param whole the same load as a whole
   */
  static List<Chart> of(
      LoadTimeline load, PhaseResult whole, NumberText numbers, List<Mark> marks) {
    if (load.points().size() < LEAST_POINTS) {
      return List.of();
    }
    var charts = new LoadCharts(load, numbers, marks);
    return List.of(charts.responseTimes(whole), charts.rates(whole));
  }

  private Chart responseTimes(PhaseResult whole) {
    return chart(
        "response time",
        "P50 %s, P95 %s, P99 %s over the whole load."
            .formatted(millis(whole, 0.50), millis(whole, 0.95), millis(whole, 0.99)),
        "ms",
        List.of(line("P50", Point::p50), line("P95", Point::p95), line("P99", Point::p99)));
  }

  private Chart rates(PhaseResult whole) {
    var lines = new ArrayList<Line>();
    if (load.kind().paced()) {
      lines.add(line("due", point -> point.perSecond(point.counts().due())));
    }
    lines.add(line("completed", Point::completedPerSecond));
    if (whole.counts().refused() > 0) {
      lines.add(line("refused", point -> point.perSecond(point.counts().refused())));
    }
    lines.add(line("failed", point -> point.perSecond(point.counts().wrong())));
    return chart(
        "rate and failures",
        "%,d completed, %,d refused, %,d failed of %,d due in %.1f s."
            .formatted(
                whole.counts().completed(),
                whole.counts().refused(),
                whole.counts().wrong(),
                whole.counts().due(),
                whole.seconds()),
        "/s",
        lines);
  }

  private Chart chart(String what, String summary, String unit, List<Line> lines) {
    List<Double> x = load.points().stream().map(Point::at).toList();
    return new Chart(load.phase() + ": " + what, summary, Axis.TIME, unit, x, lines, marks);
  }

  private Line line(String name, Function<Point, Double> figure) {
    return new Line(name, load.points().stream().map(figure).toList());
  }

  private String millis(PhaseResult whole, double q) {
    double value = whole.response().percentileMillis(q);
    return Double.isNaN(value) ? "–" : numbers.of(value, Unit.MILLISECONDS);
  }
}
