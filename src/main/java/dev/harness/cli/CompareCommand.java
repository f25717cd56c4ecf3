package dev.harness.cli;

import dev.harness.compare.ComparedRun;
import dev.harness.compare.Comparer;
import dev.harness.compare.Comparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code harness compare}: whether a run is worse than another. */
@Command(
    name = "compare",
    description = "Compares a run with a baseline, by more than chance and a margin.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "A run is its directory, or its report.json. At most eight metrics gate; runs of another",
      "machine, JVM, profile or choice of checks are inconclusive.",
      "",
      "Exit codes: 0 unchanged or improved, 1 regressed, 3 inconclusive, 64 no such report.",
      "",
      "Examples:",
      "  harness compare main/report.json harness-reports      the newest run against main's",
      "  harness compare BASE CANDIDATE --calibration main-runs --report-dir changes"
    })
public final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "BASE", description = "The run to compare with.")
  private Path base = Path.of("");

  @Parameters(index = "1", paramLabel = "CANDIDATE", description = "The run that may be worse.")
  private Path candidate = Path.of("");

  @Option(
      names = "--calibration",
      paramLabel = "DIR",
      description =
          "A directory of ten runs or more of the same thing: what they differ by is the margin,"
              + " where that is above 5 %%.")
  private @Nullable Path calibration;

  @Option(
      names = "--force",
      fallbackValue = "true",
      description = "Concludes all the same where machine, JVM or plan differ.")
  private boolean force;

  @Option(
      names = "--report-dir",
      paramLabel = "DIR",
      description = "Also writes the comparison there, in the formats of --format.")
  private @Nullable Path reportDir;

  @Mixin private FormatOptions formats;

  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Terminal terminal = output.terminal(spec.commandLine(), false);
    List<ComparedRun> alike =
        calibration == null ? List.of() : RunFiles.all(calibration, "--calibration");
    Comparison comparison =
        Comparer.compare(RunFiles.one(base), RunFiles.one(candidate), alike, force);
    terminal.result(comparison);
    if (reportDir != null) {
      write(comparison, reportDir, terminal);
    }
    return comparison.exitCode().code();
  }

  private void write(Comparison comparison, Path directory, Terminal terminal) {
    try {
      Files.createDirectories(directory);
      for (ReportFormat.ComparisonOutput output : formats.ofComparisons()) {
        Path file = directory.resolve(output.file());
        output.writing().write(comparison, file);
        terminal.progress("written: " + file);
      }
    } catch (IOException e) {
      throw new UsageException(
          "--report-dir %s: the comparison cannot be written: %s"
              .formatted(directory, e.getMessage()));
    }
  }
}
