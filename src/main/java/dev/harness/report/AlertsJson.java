package dev.harness.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harness.measure.Figure;
import dev.harness.verdict.Alert;
import dev.harness.verdict.AlertLog;
import java.time.Duration;

/** Alerts in {@code report.json}: those that fired, and rules that could not be evaluated. */
final class AlertsJson {
  private static final double NANOS_PER_SECOND = 1e9;

  private AlertsJson() {}

  static void write(AlertLog log, ObjectNode root) {
    ArrayNode alerts = root.putArray("alerts");
    log.fired().forEach(alert -> alert(alert, alerts.addObject()));
    ArrayNode left = root.putArray("alerts_not_evaluated");
    log.notEvaluated()
        .forEach(
            (rule, reason) ->
                left.addObject()
                    .put("rule", rule.name())
                    .put("trigger", rule.trigger())
                    .put("severity", rule.severity().id())
                    .put("reason", reason));
  }

  private static void alert(Alert alert, ObjectNode json) {
    json.put("rule", alert.rule().name())
        .put("trigger", alert.rule().trigger())
        .put("severity", alert.rule().severity().id())
        .put("check", alert.check().toString());
    if (!alert.phase().isEmpty()) {
      json.put("phase", alert.phase());
    }
    json.put("for_seconds", seconds(alert.rule().forDuration()))
        .put("keep_firing_for_seconds", seconds(alert.rule().keepFiringFor()))
        .put("state", alert.state().id())
        .put("times_fired", alert.fired());
    ArrayNode changes = json.putArray("changes");
    alert.changes().forEach(change -> change(change, alert, changes.addObject()));
    if (alert.changed() > alert.changes().size()) {
      json.put("changes_not_listed", alert.changed() - alert.changes().size());
    }
  }

  /** With the figure that was seen, or why there was none: where nothing completes, none is. */
  private static void change(Alert.Change change, Alert alert, ObjectNode json) {
    json.put("to", change.to().id()).put("at_seconds", seconds(change.at()));
    if (change.figure() instanceof Figure.Measured measured) {
      json.put("figure", measured.value()).put("unit", alert.rule().metric().unit().symbol());
    } else if (change.figure() instanceof Figure.Missing missing) {
      json.putNull("figure").put("missing", missing.reason());
    }
  }

  private static double seconds(Duration time) {
    return time.toNanos() / NANOS_PER_SECOND;
  }
}
