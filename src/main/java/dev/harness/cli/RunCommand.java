package dev.harness.cli;

import dev.harness.check.BuiltInChecks;
import dev.harness.check.process.WatchedProcess;
import dev.harness.check.scenario.DryRun;
import dev.harness.own.OwnCode;
import dev.harness.own.OwnSystem;
import dev.harness.plan.scenario.Plan;
import dev.harness.report.TerminalText;
import dev.harness.run.Check;
import dev.harness.run.Interruption;
import dev.harness.run.RunPlan;
import dev.harness.run.port.TargetSource;
import dev.harness.run.port.TargetUnreachableException;
import dev.harness.run.port.Targets;
import dev.harness.time.Ticker;
import dev.harness.verdict.ExitCode;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code harness run}: runs checks and judges them. */
@Command(
    name = "run",
    description = "Runs checks and judges them.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  harness run                                   all checks, profile standard",
      "  harness run --profile quick --generate-report in a pipeline",
      "  harness run --suite database --database postgresql://me:secret@127.0.0.1:5432/mine",
      "  harness run --check websocket/dispatch-rate --verbose",
      "  harness run --baseline main/report.json       fails if it got worse than that",
      "  harness run --plan orders.yaml --dry-run      a service of yours, one pass for one user",
      "  harness run --plan orders.yaml                the same under load, with a verdict",
      "  harness run --classpath checks.jar --suite own  checks that you wrote",
      "  harness run --classpath sessions.jar          contexts that you wrote, instead of ours"
    })
public final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private SelectionOptions selected;

  @Mixin private PlanOptions planned;

  @Mixin private ClasspathOption classpath;

  @Mixin private DatabaseOption database;

  @Mixin private BaselineOption held;

  @Mixin private ReportOptions reports;

  @Option(
      names = "--list",
      fallbackValue = "true",
      description = "Lists the checks that are meant and what they are judged on; runs nothing.")
  private boolean list;

  @Option(
      names = "--realtime",
      fallbackValue = "true",
      description =
          "Shows figures as they come: on a terminal a view that is drawn in place, elsewhere at"
              + " most one line a second.")
  private boolean realtime;

  @Mixin private MetricsOption metrics;

  @Mixin private OutputOptions output;

  private final TargetSource targetSource;
  private final Interruption interruption;
  private final Vertx vertx;
  private final Ticker ticker;

  RunCommand(TargetSource targetSource, Interruption interruption, Vertx vertx, Ticker ticker) {
    this.targetSource = targetSource;
    this.interruption = interruption;
    this.vertx = vertx;
    this.ticker = ticker;
  }

  @Override
  public Integer call() {
    try (OwnCode own = classpath.load()) {
      return call(own);
    }
  }

  private int call(OwnCode own) {
    Optional<Plan> file = planned.file();
    List<Check> scenarios = file.map(planned::checks).orElse(List.of());
    List<Check> known =
        Stream.of(own.measuring(BuiltInChecks.all()), scenarios, own.checks())
            .flatMap(List::stream)
            .toList();
    Terminal terminal = output.terminal(spec.commandLine(), realtime);
    Signals.interrupt(interruption, () -> sayStopping(terminal));
    RunPlan plan =
        planned.plan(
            selected.of(known, own.usual(known), scenarios, spec.commandLine().getParseResult()));
    if (list) {
      CheckList.lines(plan.selected()).forEach(terminal::result);
      return 0;
    }
    OptionalLong process = planned.process(plan, file);
    Optional<Plan> tried = planned.onlyTried(file);
    if (tried.isPresent()) {
      return dryRun(tried.get(), plan.runId(), terminal);
    }
    Optional<Baseline> baseline = held.read();
    ReportFiles files = reports.prepare(plan, ticker.wallTime());
    try (Targets real = database.open(targetSource);
        Targets targets = own.in(real)) {
      file.ifPresent(it -> requireThere(it, targets));
      own.system().ifPresent(this::requireWorking);
      process.ifPresent(targets::watch);
      return new RunSession(targets, vertx, ticker, terminal, files, metrics)
          .run(plan, known, interruption, baseline);
    } catch (TargetUnreachableException e) {
      ExitCode asked = interruption.asked();
      if (asked == null) {
        throw e;
      }
      terminal.problem("interrupted before any check began");
      return asked.code();
    } finally {
      files.removeIfEmpty();
    }
  }

  private static void requireThere(Plan file, Targets targets) {
    file.services().forEach(targets::requireReachable);
    file.processes().forEach(process -> WatchedProcess.requireTelling(process, targets));
  }

  private void requireWorking(OwnSystem system) {
    interruption.whileBlocked(
        () -> {
          system.requireWorking();
          return system;
        });
  }

  private int dryRun(Plan file, String runId, Terminal terminal) {
    try (Targets targets = database.open(targetSource)) {
      requireThere(file, targets);
      var pass =
          new DryRun(
              file,
              runId,
              targets,
              vertx,
              ticker,
              (depth, text) -> terminal.result("  ".repeat(depth) + TerminalText.line(text)));
      return (pass.run() ? ExitCode.PASSED : ExitCode.FAILED).code();
    }
  }

  private static void sayStopping(Terminal terminal) {
    terminal.problem("stopping; what was measured is reported; Ctrl-C again ends at once");
  }
}
