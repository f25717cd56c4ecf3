package dev.harness.report.html;

import dev.harness.measure.Failure;
import dev.harness.run.drive.PhaseResult;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** The loads of a check as tables: operations by outcome, response times, and what went wrong. */
final class LoadTables {
  private LoadTables() {}

  static void write(List<PhaseResult> phases, Markup page) {
    loads(phases, page);
    failures(phases, page);
  }

  private static void loads(List<PhaseResult> phases, Markup page) {
    var table =
        new Table(
            "Loads: operations by outcome, and response times in ms",
            2,
            "Load",
            "Kind",
            "Due",
            "Completed",
            "Refused",
            "Failed",
            "Per second",
            "P50",
            "P95",
            "P99",
            "Max");
    phases.forEach(phase -> row(phase, table));
    table.on(page);
  }

  private static void row(PhaseResult phase, Table table) {
    table.row(
        phase.name(),
        phase.kind().id(),
        "%,d".formatted(phase.counts().due()),
        "%,d".formatted(phase.counts().completed()),
        "%,d".formatted(phase.counts().refused()),
        "%,d".formatted(phase.counts().wrong()),
        "%,.0f".formatted(phase.counts().completed() / phase.seconds()),
        millis(phase.response().percentileMillis(0.50)),
        millis(phase.response().percentileMillis(0.95)),
        millis(phase.response().percentileMillis(0.99)),
        millis(phase.response().maxMillis()));
  }

  private static String millis(double value) {
    return Double.isNaN(value) ? "–" : "%.4g".formatted(value);
  }

  private static void failures(List<PhaseResult> phases, Markup page) {
    var reasons = new Table("What was refused or failed, by reason", 2, "Reason", "Load", "Times");
    var first =
        new Table("The first failures", 4, "Operation", "User", "Outcome", "Reason", "After");
    for (PhaseResult phase : phases) {
      new TreeMap<>(phase.total().reasons())
          .forEach((reason, n) -> reasons.row(reason, phase.name(), "%,d".formatted(n)));
      phase.total().failures().forEach(failure -> row(failure, first));
    }
    reasons.on(page);
    first.on(page);
  }

  private static void row(Failure failure, Table table) {
    table.row(
        failure.operation(),
        failure.user(),
        failure.outcome().kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        failure.outcome().reason(),
        "%.3f s".formatted(failure.at().toNanos() / 1e9));
  }
}
