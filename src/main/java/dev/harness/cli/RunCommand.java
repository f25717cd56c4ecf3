package dev.harness.cli;

import dev.harness.check.BuiltInChecks;
import dev.harness.config.ThresholdsFile;
import dev.harness.plan.Profile;
import dev.harness.plan.Ruleset;
import dev.harness.run.Check;
import dev.harness.run.RunPlan;
import dev.harness.run.port.TargetSource;
import dev.harness.run.port.Targets;
import dev.harness.time.Ticker;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
      "  harness run --check websocket/dispatch-rate --verbose"
    })
public final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private SelectionOptions selected;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      defaultValue = "standard",
      converter = ProfileOption.class,
      description = "How much load and time: quick (a minute), standard (five), full (25).")
  private Profile profile = Profile.STANDARD;

  @Option(
      names = "--thresholds",
      paramLabel = "FILE",
      description = "Limits to judge by; those it does not name keep their defaults.")
  private @Nullable Path thresholds;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "A PostgreSQL to use instead of the embedded one. All work happens in a schema"
              + " \"harness\", which is created and dropped.")
  private @Nullable String database;

  @Option(
      names = "--report-dir",
      paramLabel = "DIR",
      defaultValue = "harness-reports",
      description = "Where each run gets a directory of its own (default: ${DEFAULT-VALUE}).")
  private Path reportDir = Path.of("harness-reports");

  @Option(
      names = "--generate-report",
      fallbackValue = "true",
      description = "Also writes performance_test_report_<time>.json into this directory.")
  private boolean generateReport;

  @Option(
      names = "--output-file",
      paramLabel = "FILE",
      description = "Where --generate-report writes instead.")
  private @Nullable Path outputFile;

  @Option(
      names = "--list",
      fallbackValue = "true",
      description = "Lists suites and checks, and runs nothing.")
  private boolean list;

  @Option(names = "--verbose", fallbackValue = "true", description = "All figures of all checks.")
  private boolean verbose;

  @Option(names = "--quiet", fallbackValue = "true", description = "Only the verdict.")
  private boolean quiet;

  private final TargetSource targetSource;
  private final Vertx vertx;
  private final Ticker ticker;

  RunCommand(TargetSource targetSource, Vertx vertx, Ticker ticker) {
    this.targetSource = targetSource;
    this.vertx = vertx;
    this.ticker = ticker;
  }

  @Override
  public Integer call() {
    List<Check> known = BuiltInChecks.all();
    var terminal = new Terminal(spec.commandLine(), verbose, quiet);
    if (list) {
      CheckList.lines(known).forEach(terminal::result);
      return 0;
    }
    if (verbose && quiet) {
      throw new UsageException("--verbose and --quiet contradict each other; choose one");
    }
    Selection selection = selected.of(known, spec.commandLine().getParseResult());
    Ruleset ruleset =
        thresholds == null ? ThresholdsFile.shipped() : ThresholdsFile.read(thresholds);
    var plan = new RunPlan(RunId.random(), profile, selection.checks(), selection.named(), ruleset);
    if (plan.checks().isEmpty()) {
      throw new UsageException("no check is in profile " + profile.id());
    }
    ReportFiles files =
        ReportFiles.prepare(
            reportDir,
            plan.runId(),
            ticker.wallTime(),
            generateReport || outputFile != null,
            outputFile);
    try (Targets targets = open()) {
      return new RunSession(targets, vertx, ticker, terminal, files).run(plan, known);
    } finally {
      files.removeIfEmpty();
    }
  }

  private Targets open() {
    try {
      return targetSource.open(Optional.ofNullable(database));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--database: " + e.getMessage());
    }
  }
}
