package dev.harness.report.html;

import dev.harness.measure.Breach;
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
import java.util.Optional;

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
    LoadTables.write(result.phases(), page);
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
}
