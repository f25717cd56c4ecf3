package dev.harness.cli;

import dev.harness.check.BuiltInChecks;
import dev.harness.compare.Comparison;
import dev.harness.compare.InvalidReportException;
import dev.harness.journal.InvalidJournalException;
import dev.harness.journal.JournalFile;
import dev.harness.journal.Recovered;
import dev.harness.report.ComparisonText;
import dev.harness.report.ConsoleReport;
import dev.harness.report.NumberText;
import dev.harness.run.RunRecord;
import dev.harness.verdict.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code harness report}: reports a run from its journal, whether it came to its end or not. */
@Command(
    name = "report",
    description = {
      "Reports a run from its journal; one that was cut off, up to where it was.",
      "What harness monitor has written is shown again, and made a page of."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "A run that was cut off is partial: no pass, whatever its checks say.",
      "",
      "Examples:",
      "  harness report harness-reports                the newest run",
      "  harness report harness-reports/20260102T030405Z-1f2e3d4c --verbose",
      "  harness report monitoring_report.json         its page: monitoring_report.html"
    })
public final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE_OR_DIR",
      description =
          "A run's directory, or one that has such in it, of which the newest is taken; or what"
              + " harness monitor has written, or a directory with nothing but that.")
  private Path place = Path.of("");

  @Option(
      names = "--force",
      fallbackValue = "true",
      description = "Writes reports even where there are such.")
  private boolean force;

  @Mixin private FormatOptions formats;

  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Terminal terminal = output.terminal(spec.commandLine(), false);
    Optional<MonitorReport> monitor = monitor();
    return monitor.isPresent()
        ? monitor.get().show(terminal, force)
        : run(RunDirectory.journal(place), terminal);
  }

  /** Empty where the place is one of runs. */
  private Optional<MonitorReport> monitor() {
    if (Files.isRegularFile(place)) {
      return Optional.of(MonitorReport.read(place));
    }
    return Files.isDirectory(place) && RunDirectory.find(place).isEmpty()
        ? MonitorReport.newestIn(place)
        : Optional.empty();
  }

  private int run(Path journal, Terminal terminal) {
    Recovered recovered = read(journal);
    // The journal has the run alone; what it was held against stands in its report.
    Optional<Comparison> comparison = comparison(journal, terminal);
    RunRecord record =
        comparison
            .map(ComparisonText::against)
            .map(recovered.record()::with)
            .orElse(recovered.record());
    terminal.result(new ConsoleReport(NumberText.of(record), terminal.style()), record);
    comparison.ifPresent(terminal::result);
    completeness(recovered, record).ifPresent(terminal::result);
    return write(terminal, new ReportedRun(record, comparison, journal, BuiltInChecks.all()))
        .code();
  }

  private static Recovered read(Path journal) {
    try {
      return JournalFile.read(journal, BuiltInChecks.all());
    } catch (InvalidJournalException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UsageException("%s: cannot be read: %s".formatted(journal, e.getMessage()));
    }
  }

  private static Optional<Comparison> comparison(Path journal, Terminal terminal) {
    try {
      return RunFiles.comparison(journal);
    } catch (InvalidReportException e) {
      terminal.problem(e.getMessage() + ", and what the run was held against is not known");
      return Optional.empty();
    }
  }

  /** How much of the run there is, unless there is all of it. */
  private static Optional<String> completeness(Recovered recovered, RunRecord record) {
    String unreadable = "%,d bytes unreadable".formatted(recovered.unreadableBytes());
    if (recovered.run().ended()) {
      return recovered.unreadableBytes() == 0
          ? Optional.empty()
          : Optional.of("of the journal are " + unreadable);
    }
    return Optional.of(
        "partial: %d of %d checks ended; %s; %s"
            .formatted(
                recovered.run().checksEnded(),
                record.plan().checks().size(),
                recovered
                    .run()
                    .lastWindow()
                    .map(at -> "the last closed window is at " + at)
                    .orElse("no window had closed"),
                unreadable));
  }

  private ExitCode write(Terminal terminal, ReportedRun run) {
    var codes = new ArrayList<ExitCode>();
    codes.add(run.record().exitCode());
    for (ReportFormat.Output output : formats.outputs()) {
      List<Path> files =
          output.files().stream()
              .map(run.journal()::resolveSibling)
              .filter(file -> !left(file, terminal))
              .toList();
      try {
        if (!files.isEmpty()) {
          output.writing().write(run, files);
        }
        files.forEach(file -> terminal.progress("written: " + file));
      } catch (IOException e) {
        terminal.problem("a report cannot be written: " + e.getMessage());
        codes.add(ExitCode.INTERNAL);
      }
    }
    return ExitCode.of(codes);
  }

  private boolean left(Path file, Terminal terminal) {
    boolean left = Files.exists(file) && !force;
    if (left) {
      terminal.progress("left as it is: %s; --force writes it again".formatted(file));
    }
    return left;
  }
}
