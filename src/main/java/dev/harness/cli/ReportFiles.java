package dev.harness.cli;

import dev.harness.report.JsonReport;
import dev.harness.run.RunRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a run's reports go: a directory of its own, {@code <UTC time>-<run>}. */
final class ReportFiles {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** The name that pipelines of the first suite collect. */
  private static final DateTimeFormatter COLLECTED =
      DateTimeFormatter.ofPattern("'performance_test_report_'yyyyMMdd_HHmmss'.json'")
          .withZone(ZoneOffset.UTC);

  private final Path directory;
  private final boolean parentIsNew;

  private ReportFiles(Path directory, boolean parentIsNew) {
    this.directory = directory;
    this.parentIsNew = parentIsNew;
  }

  /**
   * Makes the directory.
   *
   * @throws UsageException where that cannot be
   */
  static ReportFiles prepare(Path parent, String runId, Instant started) {
    boolean parentIsNew = !Files.exists(parent);
    Path directory = parent.resolve(UTC.format(started) + "-" + runId);
    try {
      Files.createDirectories(directory);
      return new ReportFiles(directory, parentIsNew);
    } catch (IOException e) {
      throw new UsageException(
          "reports cannot be written to %s (--report-dir): %s".formatted(parent, e));
    }
  }

  /** Writes all reports; the paths of what was written. */
  List<Path> write(RunRecord record, boolean collected, @Nullable Path collectedFile)
      throws IOException {
    var written = new ArrayList<Path>();
    Path report = directory.resolve("report.json");
    JsonReport.write(record, report);
    written.add(report);
    if (collected) {
      Path file =
          collectedFile == null ? Path.of(COLLECTED.format(record.started())) : collectedFile;
      JsonReport.write(record, file);
      written.add(file);
    }
    return written;
  }

  /** Details of something unforeseen, for whoever mends it. */
  Path writeCrash(String what, Throwable unforeseen) throws IOException {
    Path file = directory.resolve("crash.txt");
    try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
      out.println(what);
      unforeseen.printStackTrace(out);
    }
    return file;
  }

  /** Leaves no directory behind in which there is nothing. */
  void removeIfEmpty() {
    try {
      Files.deleteIfExists(directory);
      if (parentIsNew) {
        Files.deleteIfExists(directory.toAbsolutePath().getParent());
      }
    } catch (DirectoryNotEmptyException e) {
      // There are reports in it.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
