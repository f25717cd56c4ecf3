package dev.harness.cli;

import dev.harness.check.BuiltInChecks;
import dev.harness.compare.ComparedRun;
import dev.harness.compare.Comparison;
import dev.harness.compare.InvalidReportException;
import dev.harness.journal.InvalidJournalException;
import dev.harness.journal.Journal;
import dev.harness.journal.JournalFile;
import dev.harness.report.ComparisonReport;
import dev.harness.report.JsonReport;
import dev.harness.stats.RunSpread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs to be compared, from where they were written. */
final class RunFiles {
  static final String REPORT = "report.json";

  private RunFiles() {}

  /**
   * A run from its report, or from its directory: by its journal, or the report where there is
   * none.
   *
   * @throws UsageException where there is no run that can be compared
   */
  static ComparedRun one(Path place) {
    try {
      if (Files.isRegularFile(place)) {
        return ComparedRun.read(place);
      }
      Path report = place.resolve(REPORT);
      if (Files.exists(report) && !Files.exists(place.resolve(Journal.FILE))) {
        return ComparedRun.read(report);
      }
      Path journal = RunDirectory.journal(place);
      return JsonReport.compared(JournalFile.read(journal, BuiltInChecks.all()).record());
    } catch (InvalidReportException | InvalidJournalException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UsageException("%s: cannot be read: %s".formatted(place, e.getMessage()));
    }
  }

  /**
   * The run of a directory, as its report tells it: whichever version has made it, of that there is
   * a schema.
   *
   * @throws UsageException where there is no report that can be read
   */
  static ComparedRun reported(Path directory) {
    Path report = directory.resolve(REPORT);
    if (!Files.exists(report)) {
      throw new UsageException("%s: the run has written no %s".formatted(directory, REPORT));
    }
    return one(report);
  }

  /**
   * What the run of a journal was held against, as the report beside it tells.
   *
   * @throws InvalidReportException where that is none
   */
  static Optional<Comparison> comparison(Path journal) {
    Path report = journal.resolveSibling(REPORT);
    try {
      return Files.exists(report) ? ComparisonReport.ofTheRun(report) : Optional.empty();
    } catch (IOException e) {
      throw new UsageException("%s: cannot be read: %s".formatted(report, e.getMessage()));
    }
  }

  /** All runs of a directory. */
  static List<ComparedRun> all(Path directory, String option) {
    try (Stream<Path> places = Files.list(directory)) {
      List<ComparedRun> runs =
          places
              .filter(place -> Files.exists(place.resolve(REPORT)))
              .sorted()
              .map(RunFiles::one)
              .toList();
      if (runs.size() < RunSpread.LEAST_RUNS) {
        throw new UsageException(
            "%s %s: has %d runs; at least %d tell how runs differ"
                .formatted(option, directory, runs.size(), RunSpread.LEAST_RUNS));
      }
      return runs;
    } catch (IOException e) {
      throw new UsageException("%s %s: cannot be read".formatted(option, directory));
    }
  }
}
