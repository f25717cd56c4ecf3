package dev.harness.cli;

import dev.harness.compare.Circumstances;
import dev.harness.compare.Comparison;
import dev.harness.journal.Journal;
import dev.harness.report.ComparisonText;
import dev.harness.report.ConsoleReport;
import dev.harness.report.NumberText;
import dev.harness.run.Check;
import dev.harness.run.Interruption;
import dev.harness.run.LiveThresholds;
import dev.harness.run.RunEvents;
import dev.harness.run.RunPlan;
import dev.harness.run.RunRecord;
import dev.harness.run.Runner;
import dev.harness.run.drive.Driver;
import dev.harness.run.port.Targets;
import dev.harness.telemetry.RunMetrics;
import dev.harness.time.Ticker;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One run, from its plan to its printed and written reports. */
final class RunSession {
  private final Targets targets;
  private final Vertx vertx;
  private final Ticker ticker;
  private final Terminal terminal;
  private final ReportFiles files;
  private final MetricsOption metricsOption;

  RunSession(
      Targets targets,
      Vertx vertx,
      Ticker ticker,
      Terminal terminal,
      ReportFiles files,
      MetricsOption metricsOption) {
    this.targets = targets;
    this.vertx = vertx;
    this.ticker = ticker;
    this.terminal = terminal;
    this.files = files;
    this.metricsOption = metricsOption;
  }

  /**
   * Runs, holds it against the baseline if there is one, reports, and returns the exit code.
   *
   * @throws UsageException where the run could not be compared with the baseline; then none began
   */
  int run(RunPlan plan, List<Check> known, Interruption interruption, Optional<Baseline> baseline) {
    baseline.ifPresent(
        it -> it.requireLike(Circumstances.of(plan, targets.probe().facts(), targets.facts())));
    var report =
        new ConsoleReport(
            new NumberText(plan.ruleset().configuration().decimalPlaces()), terminal.style());
    try (MetricsOutlets metrics = metricsOption.open(vertx, ticker, terminal)) {
      RunRecord record = run(plan, known, report, interruption, metrics.told());
      long ended = ticker.nanoTime();
      int exitCode = report(record, report, known, baseline);
      metrics.finish(ended, interruption);
      return exitCode;
    }
  }

  private int report(
      RunRecord record, ConsoleReport report, List<Check> known, Optional<Baseline> baseline) {
    Optional<Comparison> comparison = baseline.map(it -> it.against(record));
    RunRecord held = comparison.map(ComparisonText::against).map(record::with).orElse(record);
    Path journal = files.directory().resolve(Journal.FILE);
    ReportFiles.Written written = files.write(new ReportedRun(held, comparison, journal, known));
    // What could not be written down is no pass: so it is written first, and told last.
    RunRecord told = held.with(written.faults());
    terminal.progress("");
    terminal.result(report, told);
    comparison.ifPresent(terminal::result);
    written.files().forEach(file -> terminal.progress("written: " + file));
    return told.exitCode().code();
  }

  /** Runs, and has shown all progress when it returns. */
  private RunRecord run(
      RunPlan plan,
      List<Check> known,
      ConsoleReport report,
      Interruption interruption,
      List<RunMetrics> told) {
    RunRecord record;
    Journal journal = journal();
    var limits = new LiveThresholds();
    try (journal;
        var progress = new Progress(terminal, report, limits, ticker);
        var events = RunEvents.onOwnThreads(ticker)) {
      events.judge(journal);
      events.judge(limits);
      told.forEach(events::judge);
      events.show(progress::show);
      Driver driver = Driver.onHalfTheCores(vertx, ticker);
      record = new Runner(targets, driver, events, interruption, ticker).run(plan, known);
    }
    return record.with(journal.faults());
  }

  /** Begins it before any load: a run that cannot be written down is not worth its time. */
  private Journal journal() {
    try {
      return Journal.begin(files.directory(), terminal::problem);
    } catch (IOException e) {
      throw new UsageException(
          "--report-dir: %s cannot be written in %s: %s"
              .formatted(Journal.FILE, files.directory(), e.getMessage()));
    }
  }
}
