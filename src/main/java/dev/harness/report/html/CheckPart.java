package dev.harness.report.html;

import dev.harness.measure.Breach;
import dev.harness.measure.Failure;
import dev.harness.report.Again;
import dev.harness.report.JudgementText;
import dev.harness.report.NumberText;
import dev.harness.run.CheckResult;
import dev.harness.run.CheckTimeline;
import dev.harness.run.LoadTimeline;
import dev.harness.run.RunRecord;
import dev.harness.run.drive.PhaseResult;
import dev.harness.verdict.Alert;
import dev.harness.verdict.Judgement;
import dev.harness.verdict.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** All there is to say of one check. */
final class CheckPart {
  private final RunRecord record;
  private final CheckResult result;
  private final NumberText numbers;
  private final Page charts;
  private final Markup page;

  CheckPart(RunRecord record, CheckResult result, NumberText numbers, Page page) {
    this.record = record;
    this.result = result;
    this.numbers = numbers;
    this.charts = page;
    this.page = page.markup();
  }

  /** Where a check stands on the page. */
  static String anchor(String check) {
    return "check-" + check.replace('/', '-');
  }

  /** Writes it; open at once where it did not pass. */
  void write() {
    String id = result.check().id().toString();
    if (result.verdict() == Verdict.PASS) {
      page.open("details", "class", "check", "id", anchor(id));
    } else {
      page.open("details", "class", "check", "id", anchor(id), "open", "");
    }
    page.open("summary").element("h3", id);
    VerdictPart.badge(result.verdict(), page);
    page.element("span", headline(), "class", "quiet").close("summary");
    page.element("p", "%s; took %.1f s.".formatted(result.check().load(), result.seconds()));
    result.trouble().ifPresent(trouble -> page.element("p", trouble.reason(), "class", "trouble"));
    judgements();
    page.list(result.findings().notes());
    breaches();
    alerts();
    charts();
    loads();
    failures();
    page.open("p")
        .element("span", "Again:")
        .element("code", Again.command(record.plan(), result.check()))
        .close("p");
    page.close("details");
  }

  private String headline() {
    return result
        .headline()
        .map(judgement -> JudgementText.of(judgement, numbers))
        .map(text -> "%s %s (%s)".formatted(text.metric(), text.figure(), text.limit()))
        .orElse("");
  }

  private void judgements() {
    var table =
        new Table(
            "What it is judged on; of an estimate, bounds at 95 %",
            2, "Metric", "Verdict", "Figure", "Limit", "Margin");
    for (Judgement judgement : result.judgements()) {
      var text = JudgementText.of(judgement, numbers);
      String verdict = judgement.verdict().id().replace('_', ' ');
      table.row(
          text.metric(),
          judgement.reason().isEmpty() ? verdict : verdict + ": " + judgement.reason(),
          numbers.bounded(judgement.figure(), judgement.criterion().metric().unit()),
          text.limit(),
          text.margin());
    }
    table.on(page);
  }

  private void breaches() {
    var table =
        new Table("Who saw what is another's", 4, "Reader", "Owner", "Operation", "Where", "After");
    for (Breach breach : result.findings().breaches()) {
      table.row(
          breach.reader(),
          breach.owner(),
          breach.operation(),
          breach.where(),
          "%.3f s".formatted(breach.at().toNanos() / 1e9));
    }
    table.on(page);
  }

  private void alerts() {
    var table = new Table("Alerts", 3, "Rule", "Severity", "Load", "State", "After");
    for (Alert alert : firedHere()) {
      for (Alert.Change change : alert.changes()) {
        table.row(
            alert.rule().name(),
            alert.rule().severity().id(),
            alert.phase(),
            change.to().id(),
            "%.1f s".formatted(change.at().toNanos() / 1e9));
      }
    }
    table.on(page);
  }

  private List<Alert> firedHere() {
    return record.alerts().fired().stream()
        .filter(alert -> alert.check().equals(result.check().id()))
        .toList();
  }

  private void charts() {
    Optional<CheckTimeline> timeline = record.timeline(result.check().id());
    page.open("div", "class", "charts");
    for (PhaseResult phase : result.phases()) {
      timeline.stream()
          .flatMap(it -> it.loads().stream())
          .filter(load -> load.phase().equals(phase.name()))
          .flatMap(load -> charts(load, phase).stream())
          .forEach(charts::figure);
    }
    PercentileChart.of(result.phases()).ifPresent(charts::figure);
    timeline.stream().flatMap(it -> UseCharts.of(it.use()).stream()).forEach(charts::figure);
    page.close("div");
  }

  private List<Chart> charts(LoadTimeline load, PhaseResult phase) {
    return LoadCharts.of(load, phase, numbers, AlertMarks.of(firedHere(), load.phase()));
  }

  private void loads() {
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
    result.phases().forEach(phase -> row(phase, table));
    table.on(page);
  }

  private void row(PhaseResult phase, Table table) {
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

  private void failures() {
    var reasons = new Table("What was refused or failed, by reason", 2, "Reason", "Load", "Times");
    var first =
        new Table("The first failures", 4, "Operation", "User", "Outcome", "Reason", "After");
    for (PhaseResult phase : result.phases()) {
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
