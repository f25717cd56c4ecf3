package dev.harness.report;

import dev.harness.compare.Change;
import dev.harness.compare.Comparison;
import dev.harness.compare.MetricChange;
import dev.harness.verdict.AgainstBaseline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A comparison as text for people: on a terminal, and as Markdown for a pull request. */
public final class ComparisonText {
  private static final String ROW = "%-14s %-26s %9s  %-20s %8s  %s";

  private ComparisonText() {}

  /**
   * Lines for a terminal.
   *
   * @param all what does not gate, too
   */
  public static List<String> lines(Comparison comparison, boolean all) {
    var lines = new ArrayList<String>();
    lines.add(row(ChangeText.TITLES).toUpperCase(Locale.ROOT));
    for (MetricChange change : shown(comparison, all)) {
      var text = ChangeText.of(change);
      boolean explain = (all || change.worsening().isEmpty()) && !text.note().isEmpty();
      lines.add(TerminalText.line(row(text.cells()) + (explain ? "; " + text.note() : "")));
    }
    lines.add("");
    lines.addAll(summary(comparison));
    return lines;
  }

  /** A section of Markdown. */
  public static List<String> markdown(Comparison comparison) {
    var lines = new ArrayList<String>();
    lines.add("### Compared with run " + MarkdownText.escaped(comparison.base()));
    lines.add("");
    summary(comparison).forEach(line -> lines.add("- " + MarkdownText.escaped(line)));
    lines.add("");
    lines.addAll(MarkdownText.head(ChangeText.TITLES.toArray(String[]::new)));
    for (MetricChange change : shown(comparison, false)) {
      List<String> cells = ChangeText.of(change).cells();
      lines.add(MarkdownText.row(cells.stream().map(MarkdownText::escaped).toList()));
    }
    return lines;
  }

  /** What it means for the run that was held against another. */
  public static AgainstBaseline against(Comparison comparison) {
    Change conclusion = comparison.conclusion();
    String metrics =
        comparison.gating().stream()
            .filter(it -> it.change() == conclusion)
            .map(ChangeText::of)
            .map(it -> "%s worse by %s".formatted(it.metric(), it.by()))
            .collect(Collectors.joining(", "));
    List<String> remarks = comparison.remarks();
    return new AgainstBaseline(
        comparison.verdict(),
        "%s against run %s: %s"
            .formatted(
                ChangeText.lowerCase(conclusion),
                comparison.base(),
                remarks.isEmpty() ? metrics : String.join("; ", remarks)));
  }

  /** Those that gate, and whatever regressed beside them. */
  private static List<MetricChange> shown(Comparison comparison, boolean all) {
    return comparison.changes().stream()
        .filter(it -> it.gates() || all || it.change() == Change.REGRESSED)
        .toList();
  }

  /** What it amounts to, and what whoever reads that should know. */
  public static List<String> summary(Comparison comparison) {
    var lines = new ArrayList<String>();
    lines.add(
        "%s  %d metrics gate: run %s against run %s"
            .formatted(
                comparison.conclusion(),
                comparison.gating().size(),
                comparison.candidate(),
                comparison.base()));
    lines.addAll(comparison.remarks());
    return lines.stream().map(TerminalText::line).toList();
  }

  private static String row(List<String> cells) {
    return ROW.formatted(cells.toArray());
  }
}
