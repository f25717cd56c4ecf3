package dev.harness.report;

import dev.harness.metric.Unit;
import dev.harness.report.ConsoleReport.Style;
import dev.harness.run.Check;
import dev.harness.run.RunRecord;
import dev.harness.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a run amounts to, and what to look at next, in lines for a terminal. */
record SummaryLines(NumberText numbers, Style style) {

  List<String> of(RunRecord record) {
    var lines = new ArrayList<String>();
    lines.add(verdict(record));
    record.ownSystem().ifPresent(name -> lines.add("measured: " + TerminalText.line(name)));
    record
        .faults()
        .forEach(fault -> lines.add("the harness went wrong: " + TerminalText.line(fault)));
    lines.addAll(new AlertLines(numbers).of(record.alerts()));
    lines.addAll(BreachLines.of(record));
    lines.add(
        "overall success rate: %s (≥ %s)"
            .formatted(
                numbers.of(record.overallSuccess(), Unit.PERCENT),
                numbers.of(RunRecord.LEAST_SUCCESS_PERCENT, Unit.PERCENT)));
    lines.addAll(leftOut(record));
    Recommendations.of(record).stream()
        .filter(r -> r.verdict().compareTo(Verdict.PASS) > 0)
        .forEach(r -> lines.add("→ %s: %s".formatted(r.check(), TerminalText.line(r.text()))));
    if (record.verdict() != Verdict.PASS) {
      lines.add("the same loads again: add --seed " + record.plan().seed().value());
    }
    return lines;
  }

  private String verdict(RunRecord record) {
    return "%s  %d of %d checks passed in %.1f s (profile %s, exit code %d)%s"
        .formatted(
            style.verdict(record.verdict(), record.verdict().status()),
            record.passed(),
            record.applicable(),
            record.seconds(),
            record.plan().profile().id(),
            record.exitCode().code(),
            partial(record));
  }

  private static String partial(RunRecord record) {
    if (record.aborted()) {
      return " – partial: aborted by a critical alert";
    }
    return record.interruption().isPresent() ? " – partial: the run was cut short" : "";
  }

  private static List<String> leftOut(RunRecord record) {
    var lines = new ArrayList<String>();
    List<Check> left = record.plan().left();
    if (!left.isEmpty()) {
      lines.add(
          left.stream()
              .map(check -> check.id().toString())
              .collect(Collectors.joining(", ", "not in this profile: ", "")));
    }
    if (!record.unused().isEmpty()) {
      lines.add(
          "limits that no check reads: %d; report.json lists them as unused"
              .formatted(record.unused().size()));
    }
    return lines;
  }
}
