package dev.harness.report;

import dev.harness.compare.Comparison;
import dev.harness.run.CheckResult;
import dev.harness.run.RunRecord;
import dev.harness.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code summary.md}: the verdict, why, and a table of checks, as a comment on a pull request. */
public final class MarkdownReport {
  private static final int MOST_BREACHES = 10;

  private final RunRecord record;
  private final Optional<Comparison> comparison;
  private final NumberText numbers;
  private final List<String> lines = new ArrayList<>();

  private MarkdownReport(RunRecord record, Optional<Comparison> comparison) {
    this.record = record;
    this.comparison = comparison;
    this.numbers = NumberText.of(record);
  }

  /**
   * Writes it to a file of its own.
   *
   * @throws IOException where the file cannot be written whole; then none is left
   */
  public static void write(RunRecord record, Optional<Comparison> comparison, Path file)
      throws IOException {
    WholeFile.write(file, text(record, comparison));
  }

  static String text(RunRecord record, Optional<Comparison> comparison) {
    return String.join("\n", new MarkdownReport(record, comparison).lines()) + "\n";
  }

  private List<String> lines() {
    lines.add("## %s harness: %s".formatted(mark(record.verdict()), record.verdict().status()));
    lines.add("");
    lines.add(
        "%d of %d checks passed in %.1f s (profile %s, exit code %d)."
            .formatted(
                record.passed(),
                record.applicable(),
                record.seconds(),
                record.plan().profile().id(),
                record.exitCode().code()));
    reasons();
    table();
    breaches();
    comparison.ifPresent(this::changes);
    lines.add("");
    lines.add("Again: `%s`".formatted(Again.command(record.plan())));
    return lines;
  }

  private void reasons() {
    List<Reason> reasons = Reason.of(record, numbers);
    if (!reasons.isEmpty()) {
      lines.add("");
    }
    for (Reason reason : reasons) {
      String subject =
          reason.subject().isEmpty()
              ? ""
              : "**%s** ".formatted(MarkdownText.escaped(reason.subject()));
      lines.add(
          "- %s %s%s"
              .formatted(mark(reason.verdict()), subject, MarkdownText.escaped(reason.text())));
    }
  }

  private void table() {
    lines.add("");
    lines.addAll(MarkdownText.head("", "check", "metric", "figure", "limit", "margin"));
    record.results().forEach(result -> lines.add(row(result)));
    record
        .notRun()
        .forEach(check -> lines.add(row(Verdict.NOT_RUN, check.id().toString(), "not run")));
  }

  private String row(CheckResult result) {
    String check = result.check().id().toString();
    return result
        .headline()
        .map(judgement -> JudgementText.of(judgement, numbers))
        .map(
            text ->
                MarkdownText.row(
                    List.of(
                        mark(result.verdict()),
                        MarkdownText.escaped(check),
                        MarkdownText.escaped(text.metric()),
                        MarkdownText.escaped(text.figure()),
                        MarkdownText.escaped(text.limit()),
                        MarkdownText.escaped(text.margin()))))
        .orElseGet(() -> row(result.verdict(), check, "no figures"));
  }

  private static String row(Verdict verdict, String check, String what) {
    return MarkdownText.row(List.of(mark(verdict), MarkdownText.escaped(check), what, "", "", ""));
  }

  private void breaches() {
    List<String> breaches = BreachLines.of(record);
    if (!breaches.isEmpty()) {
      lines.add("");
    }
    breaches.stream()
        .limit(MOST_BREACHES)
        .forEach(breach -> lines.add("- " + MarkdownText.escaped(breach)));
  }

  private void changes(Comparison since) {
    lines.add("");
    lines.addAll(ComparisonText.markdown(since));
  }

  private static String mark(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "✅";
      case BREACH, ERROR -> "❌";
      case NO_DATA, INCONCLUSIVE -> "❔";
      case NOT_RUN -> "➖";
    };
  }
}
