package dev.harness.cli;

import dev.harness.run.RunPlan;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code harness run} writes, and where. */
@Command
final class ReportOptions {

  @Option(
      names = "--report-dir",
      paramLabel = "DIR",
      defaultValue = "harness-reports",
      description = "Where each run gets a directory of its own (default: ${DEFAULT-VALUE}).")
  private Path reportDir = Path.of("harness-reports");

  @Mixin private FormatOptions formats;

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

  /**
   * Makes room for the reports of a run.
   *
   * @throws UsageException where they cannot be written
   */
  ReportFiles prepare(RunPlan plan, Instant started) {
    return ReportFiles.prepare(
        reportDir,
        plan.runId(),
        started,
        formats.outputs(),
        generateReport || outputFile != null,
        outputFile);
  }
}
