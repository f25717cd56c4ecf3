package dev.harness.report;

import dev.harness.measure.Figure;
import dev.harness.metric.Unit;
import dev.harness.plan.AlertRule;
import dev.harness.verdict.Alert;
import dev.harness.verdict.AlertLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Alerts as text for people: one line for each that fired, gravest first.
 *
 * @param numbers how figures are written
 */
record AlertLines(NumberText numbers) {
  private static final double NANOS_PER_SECOND = 1e9;

  List<String> of(AlertLog log) {
    var lines = new ArrayList<String>();
    log.fired().stream()
        .sorted(Comparator.comparing(alert -> alert.rule().severity()))
        .forEach(alert -> lines.add(line(alert)));
    if (log.alerting() && !log.notEvaluated().isEmpty()) {
      lines.add(
          "%d alert rules could not be evaluated; report.json says why"
              .formatted(log.notEvaluated().size()));
    }
    return lines;
  }

  /** Of those for which the run is no pass. */
  List<String> ofThoseThatFail(AlertLog log) {
    return log.fired().stream().filter(Alert::fails).map(this::line).toList();
  }

  private String line(Alert alert) {
    Alert.Change first =
        alert.changes().stream().filter(Alert.Change::firing).findFirst().orElseThrow();
    return "%s alert%s in %s: %s fired after %.1f s (%s)%s, %s at the end"
        .formatted(
            alert.rule().severity().id(),
            name(alert.rule()),
            alert.phase().isEmpty() ? alert.check() : alert.check() + ", " + alert.phase(),
            alert.rule().trigger(),
            first.at().toNanos() / NANOS_PER_SECOND,
            figure(first.figure(), alert.rule().metric().unit().symbol()),
            alert.fired() > 1 ? ", %d times in all".formatted(alert.fired()) : "",
            alert.state().id());
  }

  /** Where it is called like its trigger, that is told anyway. */
  private static String name(AlertRule rule) {
    return rule.name().equals(rule.trigger()) ? "" : " \"" + TerminalText.line(rule.name()) + "\"";
  }

  private String figure(Figure figure, String unit) {
    if (figure instanceof Figure.Missing missing) {
      return missing.reason();
    }
    String number = numbers.of(figure, Unit.COUNT);
    return unit.isEmpty() ? number : number + " " + unit;
  }
}
