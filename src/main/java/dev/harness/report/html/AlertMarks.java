package dev.harness.report.html;

import dev.harness.report.html.Chart.Mark;
import dev.harness.verdict.Alert;
import java.util.List;
import java.util.Set;

/** Where alerts began and ceased to fire, on the time axis of the load that they are of. */
final class AlertMarks {
  /** What came before firing is in the table. */
  private static final Set<String> SHOWN = Set.of("firing", "resolved");

  private AlertMarks() {}

  /** Those of a load, and those that concern the whole check. */
  static List<Mark> of(List<Alert> fired, String phase) {
    return fired.stream()
        .filter(alert -> alert.phase().isEmpty() || alert.phase().equals(phase))
        .flatMap(
            alert ->
                alert.changes().stream()
                    .filter(change -> SHOWN.contains(change.to().id()))
                    .map(change -> mark(alert, change)))
        .toList();
  }

  private static Mark mark(Alert alert, Alert.Change change) {
    return new Mark(
        change.at().toNanos() / 1e9,
        "%s %s".formatted(alert.rule().name(), change.to().id()),
        change.firing() ? alert.rule().severity().id() : change.to().id());
  }
}
