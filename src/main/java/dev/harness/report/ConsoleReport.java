package dev.harness.report;

import dev.harness.run.CheckResult;
import dev.harness.run.RunRecord;
import dev.harness.verdict.Judgement;
import dev.harness.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The table at the end of a run: checks with figure, limit and margin, and what it amounts to. */
public final class ConsoleReport {
  private final NumberText numbers;
  private final Style style;

  public ConsoleReport(NumberText numbers, Style style) {
    this.numbers = numbers;
    this.style = style;
  }

  /**
   * The whole table.
   *
   * @param all every judgement of every check, instead of its headline alone
   * @param columns how wide its rows may be; reasons stand below them where they have no room
   */
  public List<String> lines(RunRecord record, boolean all, int columns) {
    Row form = Row.in(columns);
    var lines = new ArrayList<String>();
    lines.add(style.bold(heading(all && form != Row.WHOLE ? Row.WITHOUT_CHECK : form)));
    for (CheckResult result : record.results()) {
      lines.addAll(all ? figures(result, form) : headline(result, form));
    }
    record
        .notRun()
        .forEach(
            check ->
                lines.add("%s %-36s not run".formatted(style.mark(Verdict.NOT_RUN), check.id())));
    lines.add("");
    lines.addAll(summary(record));
    return lines;
  }

  private static String heading(Row form) {
    return form.of(" ", "CHECK", "METRIC", "FIGURE", "LIMIT", "MARGIN").stripTrailing();
  }

  /** One check as it ends: its headline, in one line. */
  public String line(CheckResult result) {
    return line(result, Integer.MAX_VALUE);
  }

  /**
   * The same, with what can be told in that many columns. Still longer where it gives a reason, or
   * for fewer than 39.
   */
  public String line(CheckResult result, int columns) {
    return String.join("", headline(result, Row.in(columns)));
  }

  private List<String> headline(CheckResult result, Row form) {
    String name = result.check().id().toString();
    return unjudged(result)
        .orElseGet(() -> row(form, result.verdict(), name, result.headline().orElseThrow()));
  }

  private List<String> figures(CheckResult result, Row form) {
    return unjudged(result).orElseGet(() -> judged(result, form));
  }

  /** The line of a check that has no figure to show, if it is one. */
  private Optional<List<String>> unjudged(CheckResult result) {
    Optional<String> reason =
        result
            .trouble()
            .map(trouble -> TerminalText.line(trouble.reason()))
            .or(
                () ->
                    result.judgements().isEmpty()
                        ? Optional.of("nothing was judged")
                        : Optional.empty());
    return reason.map(
        text ->
            List.of(
                "%s %-36s %s".formatted(style.mark(result.verdict()), result.check().id(), text)));
  }

  private List<String> judged(CheckResult result, Row form) {
    var lines = new ArrayList<String>();
    String name = result.check().id().toString();
    if (form != Row.WHOLE) {
      lines.add(style.mark(result.verdict()) + " " + name);
    }
    for (Judgement judgement : result.judgements()) {
      Row row = form == Row.WHOLE ? form : Row.WITHOUT_CHECK;
      lines.addAll(row(row, judgement.verdict(), lines.isEmpty() ? name : "", judgement));
    }
    Stream.concat(
            result.findings().notes().stream(),
            result.phases().stream().flatMap(load -> LossText.of(load).stream()))
        .forEach(note -> lines.add("    " + TerminalText.line(note)));
    return lines;
  }

  /** A row, and the reason of its verdict where its numbers do not say it. */
  private List<String> row(Row form, Verdict mark, String name, Judgement judgement) {
    var criterion = judgement.criterion();
    var unit = criterion.metric().unit();
    String row =
        form.of(
            style.mark(mark),
            name,
            criterion.metric().id(),
            numbers.of(judgement.figure(), unit),
            numbers.limit(judgement),
            numbers.margin(judgement.marginPercent()));
    boolean explain = judgement.verdict() != Verdict.PASS && judgement.verdict() != Verdict.BREACH;
    String reason = "  " + TerminalText.line(judgement.reason());
    if (!explain) {
      return List.of(row);
    }
    return form == Row.WHOLE ? List.of(row + reason) : List.of(row, "  " + reason);
  }

  /** What the run amounts to, and what to look at next. */
  public List<String> summary(RunRecord record) {
    return new SummaryLines(numbers, style).of(record);
  }

  /** How much a terminal can show. */
  public enum Style {
    PLAIN,
    COLOUR;

    private static final String RESET = "\u001b[0m";
    private static final String BOLD = "\u001b[1m";
    private static final String GREEN = "\u001b[32m";
    private static final String RED = "\u001b[31m";
    private static final String YELLOW = "\u001b[33m";

    /** Of a heading. */
    public String bold(String text) {
      return this == PLAIN ? text : BOLD + text + RESET;
    }

    /** One character that tells how it stands. */
    public String mark(Verdict verdict) {
      String mark =
          switch (verdict) {
            case NOT_RUN -> "–";
            case PASS -> "✔";
            case BREACH, ERROR -> "✘";
            case NO_DATA, INCONCLUSIVE -> "?";
          };
      return verdict(verdict, mark);
    }

    /** A text about something that stands so. */
    public String verdict(Verdict verdict, String text) {
      if (this == PLAIN) {
        return text;
      }
      String colour =
          switch (verdict) {
            case PASS -> GREEN;
            case BREACH, ERROR -> RED;
            case NOT_RUN, NO_DATA, INCONCLUSIVE -> YELLOW;
          };
      return colour + text.toUpperCase(Locale.ROOT) + RESET;
    }
  }
}
