package dev.harness.verdict;

import dev.harness.plan.AlertRule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the alert rules of a run.
 *
 * @param alerting whether any check of the run is one that rules act on
 * @param alerts all that were observed, fired or not
 * @param notEvaluated rules that no figure was ever held against, and why: they have not passed
 */
public record AlertLog(boolean alerting, List<Alert> alerts, Map<AlertRule, String> notEvaluated) {
  /** Of a run in which rules act on no check. */
  public static final AlertLog NONE = new AlertLog(false, List.of(), Map.of());

  public AlertLog {
    alerts = List.copyOf(alerts);
    notEvaluated = Collections.unmodifiableMap(new LinkedHashMap<>(notEvaluated));
  }

  /** Those that fired, resolved since or not. */
  public List<Alert> fired() {
    return alerts.stream().filter(alert -> alert.fired() > 0).toList();
  }

  /** Whether one fired that fails the run. */
  public boolean fails() {
    return alerts.stream().anyMatch(Alert::fails);
  }
}
