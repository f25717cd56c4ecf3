package dev.harness.compare;

import dev.harness.compare.MetricChange.Scale;
import dev.harness.report.MarkdownText;
import dev.harness.report.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A comparison as text for people: on a terminal, and as Markdown for a pull request. */
public final class ComparisonText {
  private static final String ROW = "%-12s %-26s %9s  %-20s %8s  %s";

  private ComparisonText() {}

  /**
   * Lines for a terminal.
   *
   * @param all what does not gate, too
   */
  public static List<String> lines(Comparison comparison, boolean all) {
    var lines = new ArrayList<String>();
    lines.add(ROW.formatted("", "METRIC", "WORSE BY", "AT 95 %", "MARGIN", "OF"));
    shown(comparison, all)
        .forEach(
            it ->
                lines.add(
                    TerminalText.line(
                            ROW.formatted(
                                word(it), it.metric(), by(it), bounds(it), margin(it), it.of()))
                        + note(it, all)));
    lines.add("");
    lines.addAll(summary(comparison).stream().map(TerminalText::line).toList());
    return lines;
  }

  /** A section of Markdown. */
  public static List<String> markdown(Comparison comparison) {
    var lines = new ArrayList<String>();
    lines.add("### Compared with run " + MarkdownText.escaped(comparison.base()));
    lines.add("");
    summary(comparison).forEach(line -> lines.add("- " + MarkdownText.escaped(line)));
    lines.add("");
    lines.addAll(MarkdownText.head("", "metric", "worse by", "at 95 %", "margin", "of"));
    shown(comparison, false)
        .forEach(
            it ->
                lines.add(
                    MarkdownText.row(
                        Stream.of(word(it), it.metric(), by(it), bounds(it), margin(it), it.of())
                            .map(MarkdownText::escaped)
                            .toList())));
    return lines;
  }

  private static List<MetricChange> shown(Comparison comparison, boolean all) {
    return comparison.changes().stream()
        .filter(it -> it.gates() || all || it.change() == Change.REGRESSED)
        .toList();
  }

  private static List<String> summary(Comparison comparison) {
    var lines = new ArrayList<String>();
    lines.add(
        "%s  %d metrics gate: run %s against run %s (exit code %d)"
            .formatted(
                comparison.conclusion(),
                comparison.gating().size(),
                comparison.candidate(),
                comparison.base(),
                comparison.exitCode().code()));
    String what = comparison.forced() ? "compared all the same, " : "nothing is concluded: ";
    comparison.differences().forEach(it -> lines.add(what + "not the same " + it));
    if (comparison.gating().isEmpty()) {
      lines.add(
          "the runs have no load in common with %d windows or more"
              .formatted(GatingLoads.LEAST_WINDOWS));
    }
    return lines;
  }

  private static String word(MetricChange change) {
    String word = change.change().name().toLowerCase(Locale.ROOT);
    return change.gates() ? word : "(%s)".formatted(word);
  }

  private static String by(MetricChange change) {
    return change.worsening().map(it -> number(it.estimate(), change.scale())).orElse("–");
  }

  private static String bounds(MetricChange change) {
    return change
        .worsening()
        .map(
            it ->
                "%s to %s"
                    .formatted(
                        number(it.lower(), change.scale()), number(it.upper(), change.scale())))
        .orElse("–");
  }

  private static String margin(MetricChange change) {
    return change.worsening().isPresent() ? number(change.margin(), change.scale()) : "–";
  }

  private static String note(MetricChange change, boolean all) {
    boolean needed = all || change.worsening().isEmpty();
    return needed && !change.note().isEmpty() ? "; " + TerminalText.line(change.note()) : "";
  }

  private static String number(double value, Scale scale) {
    return scale == Scale.RATIO
        ? String.format(Locale.ROOT, "%+.1f %%", 100 * value)
        : String.format(Locale.ROOT, "%+.2f", value);
  }
}
