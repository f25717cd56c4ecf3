package dev.harness.run;

import dev.harness.measure.Figure;
import dev.harness.plan.AlertMetric;
import dev.harness.plan.AlertRule;
import dev.harness.plan.CheckId;
import dev.harness.plan.SourceMetric;
import dev.harness.verdict.Alert;
import dev.harness.verdict.AlertLog;
import dev.harness.verdict.Observation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where each rule of a run stands, in each check and load that it was held against. */
final class AlertStates {
  private final boolean alerting;
  private final List<AlertRule> rules;
  private final Map<Subject, Alert> alerts = new LinkedHashMap<>();
  private final Map<AlertRule, String> notEvaluated = new LinkedHashMap<>();

  /**
   * @param alerting whether any check of the run is one that rules act on
   */
  AlertStates(List<AlertRule> rules, boolean alerting) {
    this.rules = List.copyOf(rules);
    this.alerting = alerting;
    rules.forEach(rule -> notEvaluated.put(rule, unseen(rule)));
  }

  /**
   * What a rule is held against.
   *
   * @param phase whose windows are looked at; empty for what concerns the whole check
   */
  record Subject(AlertRule rule, CheckId check, String phase) {}

  /** The rules on metrics of one kind, by metric: they share its figure. */
  <M extends AlertMetric> Map<M, List<AlertRule>> on(Class<M> kind) {
    var rulesOf = new LinkedHashMap<M, List<AlertRule>>();
    for (AlertRule rule : rules) {
      if (kind.isInstance(rule.metric())) {
        rulesOf.computeIfAbsent(kind.cast(rule.metric()), m -> new ArrayList<>()).add(rule);
      }
    }
    return rulesOf;
  }

  /**
   * Takes one more observation.
   *
   * @param at since the start of the check
   */
  void observe(Subject subject, Duration at, Observation seen, Figure figure) {
    alerts.compute(
        subject,
        (s, alert) ->
            (alert == null ? Alert.inactive(s.rule(), s.check(), s.phase()) : alert)
                .observe(at, seen, figure));
    if (seen != Observation.NO_DATA) {
      notEvaluated.remove(subject.rule());
    } else if (figure instanceof Figure.Missing missing) {
      notEvaluated.computeIfPresent(subject.rule(), (rule, reason) -> missing.reason());
    }
  }

  /** What there is to tell so far. */
  AlertLog log() {
    return new AlertLog(alerting, List.copyOf(alerts.values()), notEvaluated);
  }

  private String unseen(AlertRule rule) {
    if (rule.metric() instanceof AlertMetric.Improvement) {
      return "there is no baseline";
    }
    if (rule.metric() instanceof AlertMetric.Watched || rule.metric() instanceof SourceMetric) {
      return "only harness monitor watches it";
    }
    return alerting ? "nothing was observed" : "no check of this run alerts";
  }
}
