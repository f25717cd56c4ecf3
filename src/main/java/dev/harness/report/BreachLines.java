package dev.harness.report;

import dev.harness.measure.Breach;
import dev.harness.run.CheckResult;
import dev.harness.run.RunRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * Breaches as text for people: who saw whose, in which operation, when, and how to see it again.
 */
final class BreachLines {
  private static final int MOST_PER_CHECK = 3;

  private BreachLines() {}

  static List<String> of(RunRecord record) {
    var lines = new ArrayList<String>();
    for (CheckResult result : record.results()) {
      List<Breach> breaches = result.findings().breaches();
      breaches.stream()
          .limit(MOST_PER_CHECK)
          .forEach(breach -> lines.add(TerminalText.line(line(result, breach))));
      if (!breaches.isEmpty()) {
        lines.add("  again: " + Again.command(record.plan(), result.check()));
      }
    }
    return lines;
  }

  private static String line(CheckResult result, Breach breach) {
    return "BREACH in %s after %.3f s: %s saw what belongs to %s (%s, %s)"
        .formatted(
            result.check().id(),
            breach.at().toNanos() / 1e9,
            breach.reader(),
            breach.owner(),
            breach.operation(),
            breach.where());
  }
}
