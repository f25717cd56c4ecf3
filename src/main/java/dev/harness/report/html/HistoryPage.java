package dev.harness.report.html;

import dev.harness.compare.History;
import dev.harness.compare.StoredRun;
import dev.harness.compare.Trend;
import dev.harness.compare.Trend.Shift;
import dev.harness.report.HistoryText;
import dev.harness.report.WholeFile;
import dev.harness.report.html.Chart.Axis;
import dev.harness.report.html.Chart.Line;
import dev.harness.report.html.Chart.Mark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.IntStream;

/** {@code history.html}: stored runs, and how each figure went from run to run, on one page. */
public final class HistoryPage {
  private HistoryPage() {}

  /**
   * Writes the page to a file of its own.
   *
   * @throws IOException where the file cannot be written whole; then none is left
   */
  public static void write(History history, Path file) throws IOException {
    WholeFile.write(file, text(history));
  }

  static String text(History history) {
    var page = new Page("harness history: %d runs".formatted(history.runs().size()));
    Markup markup = page.markup();
    markup
        .open("main")
        .element("h1", "History")
        .element("p", HistoryText.summary(history))
        .open("section", "aria-labelledby", "levels")
        .element("h2", "New levels", "id", "levels");
    if (history.trends().stream().allMatch(trend -> trend.shifts().isEmpty())) {
      markup.element("p", "None.");
    }
    shifts(history).on(markup);
    markup.close("section").open("section", "aria-labelledby", "figures");
    markup.element("h2", "From run to run", "id", "figures").open("div", "class", "charts");
    history.trends().forEach(trend -> page.figure(chart(trend)));
    markup
        .close("div")
        .close("section")
        .open("section", "aria-labelledby", "runs")
        .element("h2", "Runs", "id", "runs");
    runs(history).on(markup);
    markup.close("section").close("main");
    return page.text();
  }

  private static Table shifts(History history) {
    var table =
        new Table(
            "Where a figure became another", 5, "Check", "Metric", "", "Run", "Since", "Level");
    for (Trend trend : history.trends()) {
      for (Shift shift : trend.shifts()) {
        table.row(
            trend.of().check(),
            trend.of().metric(),
            HistoryText.side(trend, shift),
            Integer.toString(shift.run() + 1),
            history.alike().get(shift.run()).name(),
            HistoryText.levels(trend, shift));
      }
    }
    return table;
  }

  private static Table runs(History history) {
    var table =
        new Table(
            "Runs in the order of time",
            4,
            "Run",
            "Started",
            "Verdict",
            "Profile",
            "Number",
            "Passed");
    for (StoredRun run : history.runs()) {
      int number = history.alike().indexOf(run) + 1;
      table.row(
          run.name(),
          run.timestamp(),
          run.status(),
          run.profile(),
          number == 0 ? "unlike the newest" : Integer.toString(number),
          "%d of %d".formatted(run.passed(), run.checks()));
    }
    return table;
  }

  private static Chart chart(Trend trend) {
    var lines = new ArrayList<Line>();
    lines.add(new Line(trend.of().metric(), trend.values()));
    if (trend.limits().stream().anyMatch(Double::isFinite)) {
      lines.add(new Line("limit", trend.limits()));
    }
    return new Chart(
        "%s %s".formatted(trend.of().check(), trend.of().metric()),
        trend.shifts().isEmpty()
            ? "No new level."
            : "New levels: "
                + String.join(
                    "; ",
                    trend.shifts().stream()
                        .map(it -> HistoryText.levels(trend, it) + " at run " + (it.run() + 1))
                        .toList())
                + ".",
        Axis.RUN,
        trend.unit(),
        IntStream.rangeClosed(1, trend.values().size()).mapToObj(run -> (double) run).toList(),
        lines,
        trend.shifts().stream().map(shift -> mark(trend, shift)).toList());
  }

  private static Mark mark(Trend trend, Shift shift) {
    return new Mark(
        shift.run() + 1.0,
        HistoryText.levels(trend, shift),
        trend.worse(shift) ? "critical" : "resolved");
  }
}
