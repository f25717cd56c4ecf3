package dev.harness.cli;

import static java.util.stream.Collectors.joining;

import dev.harness.report.JsonReport;
import dev.harness.run.CheckResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
  private final List<ReportFormat.Output> outputs;
  private final List<Path> made;
  private final @Nullable Path collected;

  private ReportFiles(
      Path directory,
      List<ReportFormat.Output> outputs,
      List<Path> made,
      @Nullable Path collected) {
    this.directory = directory;
    this.outputs = outputs;
    this.made = made;
    this.collected = collected;
  }

  /**
   * Makes the directory, so that a run does not begin whose reports cannot be written.
   *
   * @param outputs what is written there
   * @param collect whether a pipeline collects a copy of the report
   * @param outputFile where; null for the usual name in the current directory
   * @throws UsageException where that cannot be
   */
  static ReportFiles prepare(
      Path parent,
      String runId,
      Instant started,
      List<ReportFormat.Output> outputs,
      boolean collect,
      @Nullable Path outputFile) {
    Path file = outputFile == null ? Path.of(COLLECTED.format(started)) : outputFile;
    if (collect) {
      requireWritable(file);
    }
    Path directory = parent.resolve(UTC.format(started) + "-" + runId);
    List<Path> made =
        Stream.iterate(directory.toAbsolutePath(), Objects::nonNull, Path::getParent)
            .takeWhile(path -> !Files.exists(path))
            .toList();
    var files = new ReportFiles(directory, outputs, made, collect ? file : null);
    try {
      Files.createDirectories(directory);
      return files;
    } catch (IOException e) {
      files.removeIfEmpty();
      throw new UsageException(
          "--report-dir %s: reports cannot be written there; it must be a directory, or one that"
                  .formatted(parent)
              + " can be made");
    }
  }

  private static void requireWritable(Path file) {
    Path directory = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new UsageException("--output-file %s: is a directory, not a file".formatted(file));
    }
    if (directory == null || !Files.isDirectory(directory)) {
      throw new UsageException(
          "--output-file %s: there is no directory %s".formatted(file, directory));
    }
    if (!Files.isWritable(Files.exists(file) ? file : directory)) {
      throw new UsageException("--output-file %s: this user may not write it".formatted(file));
    }
  }

  Path directory() {
    return directory;
  }

  /**
   * What was written of a run.
   *
   * @param files the journal's included, which was written as the run went
   * @param faults what could not be written, and where details of the unforeseen are, in plain
   *     words
   */
  record Written(List<Path> files, List<String> faults) {}

  /** Writes all reports, each whether or not the others could be; the later tell of that. */
  Written write(ReportedRun run) {
    var files = new ArrayList<Path>();
    var faults = new ArrayList<String>();
    for (ReportFormat.Output output : outputs) {
      List<Path> its = output.files().stream().map(directory::resolve).toList();
      write(its, files, faults, () -> output.writing().write(run.with(faults), its));
    }
    if (collected != null) {
      Path file = collected;
      write(
          List.of(file),
          files,
          faults,
          () -> JsonReport.write(run.record().with(faults), run.comparison(), file));
    }
    for (CheckResult result : run.record().results()) {
      result
          .trouble()
          .flatMap(CheckResult.Trouble::unforeseen)
          .ifPresent(
              unforeseen -> {
                String check = result.check().id().toString();
                Path file = directory.resolve("crash-" + check.replace('/', '-') + ".txt");
                write(List.of(file), files, faults, () -> CrashFile.write(file, check, unforeseen));
              });
    }
    files.add(run.journal());
    return new Written(files, faults);
  }

  private interface Writing {
    void run() throws IOException;
  }

  private static void write(
      List<Path> these, List<Path> files, List<String> faults, Writing writing) {
    try {
      writing.run();
      files.addAll(these);
    } catch (IOException e) {
      String names =
          these.stream().map(file -> file.getFileName().toString()).collect(joining(", "));
      faults.add("%s cannot be written: %s".formatted(names, e.getMessage()));
    }
  }

  /** Leaves no directory behind that was made here and has nothing in it. */
  void removeIfEmpty() {
    try {
      for (Path path : made.stream().filter(Files::isDirectory).toList()) {
        Files.delete(path);
      }
    } catch (DirectoryNotEmptyException e) {
      // There are reports in it.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
