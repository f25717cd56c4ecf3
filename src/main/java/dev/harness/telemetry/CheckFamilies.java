package dev.harness.telemetry;

import dev.harness.measure.Figure;
import dev.harness.metric.Metric;
import dev.harness.run.CheckResult;
import dev.harness.run.RunRecord;
import dev.harness.verdict.Alert;
import dev.harness.verdict.AlertState;
import dev.harness.verdict.Judgement;
import dev.harness.verdict.Verdict;
import io.prometheus.client.Collector.MetricFamilySamples;
import java.util.List;
import java.util.stream.Stream;

/** How checks were judged, and what alert rules made of them. */
final class CheckFamilies {
  private final Family info = Family.gauge("run_info", "What runs: always 1", "run_id", "profile");
  private final Family planned = Family.gauge("checks_planned", "Checks that are to run");
  private final Family verdicts =
      Family.gauge(
          "check_verdict", "Checks that have begun: 1 for its verdict", "check", "verdict");
  private final Family seconds =
      Family.gauge("check_duration_seconds", "What a check has taken", "check");
  private final Family breaches =
      Family.counter(
          "breaches_seen", "First times that somebody saw what is another user's", "check");
  private final Family figures =
      Family.gauge("figure", "What a check found, in its unit", "check", "metric", "unit");
  private final Family limits =
      Family.gauge("limit", "What a figure is held against", "check", "metric", "unit", "bound");
  private final Family margins =
      Family.gauge(
          "margin_percent", "What is left before a limit, in percent of it", "check", "metric");
  private final Family firing =
      Family.gauge("alert_firing", "1 while an alert fires", "check", "load", "rule", "severity");
  private final Family fired =
      Family.counter(
          "alerts_fired", "How often an alert came to fire", "check", "load", "rule", "severity");

  private CheckFamilies() {}

  static List<MetricFamilySamples> of(RunRecord record) {
    var families = new CheckFamilies();
    families.info.add(1, record.plan().runId(), record.plan().profile().id());
    families.planned.add(record.plan().checks().size());
    record.results().forEach(families::add);
    record.alerts().alerts().forEach(families::add);
    return families.all();
  }

  private void add(CheckResult result) {
    String check = result.check().id().toString();
    for (Verdict verdict : Verdict.values()) {
      verdicts.add(result.verdict() == verdict ? 1 : 0, check, verdict.id());
    }
    seconds.add(result.seconds(), check);
    breaches.add(result.findings().breaches().size(), check);
    result.findings().figures().forEach((metric, figure) -> addFigure(check, metric, figure));
    result.judgements().forEach(judgement -> addLimit(check, judgement));
  }

  private void addFigure(String check, Metric metric, Figure figure) {
    if (figure instanceof Figure.Measured measured) {
      figures.add(measured.value(), check, metric.id(), metric.unit().symbol());
    }
  }

  private void addLimit(String check, Judgement judgement) {
    Metric metric = judgement.criterion().metric();
    if (judgement.limit() != null) {
      String bound = judgement.criterion().bound().symbol();
      limits.add(judgement.limit().value(), check, metric.id(), metric.unit().symbol(), bound);
    }
    margins.add(judgement.marginPercent(), check, metric.id());
  }

  private void add(Alert alert) {
    String[] labels = {
      alert.check().toString(), alert.phase(), alert.rule().name(), alert.rule().severity().id()
    };
    firing.add(alert.state() instanceof AlertState.Firing ? 1 : 0, labels);
    fired.add(alert.fired(), labels);
  }

  private List<MetricFamilySamples> all() {
    return Stream.of(
            info, planned, verdicts, seconds, breaches, figures, limits, margins, firing, fired)
        .map(Family::samples)
        .toList();
  }
}
