package dev.harness.report.html;

import dev.harness.compare.Comparison;
import dev.harness.compare.Curves;
import dev.harness.compare.MetricChange;
import dev.harness.report.ChangeText;
import dev.harness.report.html.Chart.Axis;
import dev.harness.report.html.Chart.Line;
import java.util.List;
import java.util.stream.IntStream;

/** What became of each metric since the baseline, and both runs' curves of those that gate. */
final class ComparisonPart {
  private ComparisonPart() {}

  static void write(Comparison comparison, Page page) {
    Markup markup = page.markup();
    markup
        .open("section", "aria-labelledby", "comparison")
        .element("h2", "Compared with run " + comparison.base(), "id", "comparison")
        .open("p");
    VerdictPart.badge(comparison.verdict(), ChangeText.lowerCase(comparison.conclusion()), markup);
    markup
        .text(
            "%d metrics gate; the others are told beside them, in brackets."
                .formatted(comparison.gating().size()))
        .close("p")
        .list(comparison.remarks());
    table(comparison).on(markup);
    markup.open("div", "class", "charts");
    comparison.gating().stream()
        .filter(change -> !change.curves().base().isEmpty())
        .forEach(change -> page.figure(chart(change)));
    markup.close("div").close("section");
  }

  private static Table table(Comparison comparison) {
    var table =
        new Table("What changed", 3, "Metric", "Change", "Of", "Worse by", "At 95 %", "Margin");
    for (MetricChange change : comparison.changes()) {
      var text = ChangeText.of(change);
      table.row(
          text.metric(),
          text.note().isEmpty() ? text.word() : text.word() + ": " + text.note(),
          text.of(),
          text.by(),
          text.bounds(),
          text.margin());
    }
    return table;
  }

  private static Chart chart(MetricChange change) {
    List<Double> base = change.curves().base();
    List<Double> candidate = change.curves().candidate();
    int steps = Math.max(base.size(), candidate.size());
    var text = ChangeText.of(change);
    return new Chart(
        change.metric(),
        "%s, %s: %s, worse by %s (%s at 95 %%), margin %s."
            .formatted(
                change.of(),
                each(change.curves().step()),
                text.word(),
                text.by(),
                text.bounds(),
                text.margin()),
        axis(change.curves().step()),
        change.curves().unit(),
        IntStream.rangeClosed(1, steps).mapToObj(step -> (double) step).toList(),
        List.of(
            new Line("baseline", filled(base, steps)),
            new Line("candidate", filled(candidate, steps))),
        List.of());
  }

  private static Axis axis(Curves.Step step) {
    return switch (step) {
      case WINDOW -> Axis.WINDOW;
      case PAIR -> Axis.PAIR;
    };
  }

  private static String each(Curves.Step step) {
    return switch (step) {
      case WINDOW -> "window by window";
      case PAIR -> "pair by pair, the medians of their windows";
    };
  }

  /** As many values as there are steps. */
  private static List<Double> filled(List<Double> values, int steps) {
    return IntStream.range(0, steps)
        .mapToObj(i -> i < values.size() ? values.get(i) : Double.NaN)
        .toList();
  }
}
