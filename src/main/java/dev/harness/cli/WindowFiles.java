package dev.harness.cli;

import dev.harness.journal.InvalidJournalException;
import dev.harness.journal.JournalFile;
import dev.harness.report.LatencyLog;
import dev.harness.report.WholeFile;
import dev.harness.report.WindowsCsv;
import dev.harness.run.RunEvents;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that have a run window by window. They are made of its journal, which of a long run is
 * large: all of them while it is read once.
 */
final class WindowFiles {
  static final String TABLE = "windows.csv";
  static final String LOG = "latency.hlog";

  private final ReportedRun run;
  private final List<RunEvents.Judge> open = new ArrayList<>();

  private WindowFiles(ReportedRun run) {
    this.run = run;
  }

  /**
   * Writes them.
   *
   * @param files of those names
   * @throws IOException where one of them cannot be written; then none is left
   */
  static void write(ReportedRun run, List<Path> files) throws IOException {
    new WindowFiles(run).write(files);
  }

  /** One is open while the next is; with the last of them the run is told. */
  private void write(List<Path> files) throws IOException {
    if (files.isEmpty()) {
      tell();
      return;
    }
    List<Path> others = files.subList(1, files.size());
    WholeFile.write(
        files.get(0),
        target -> {
          if (target.endsWith(LOG)) {
            log(target, others);
          } else {
            table(target, others);
          }
        });
  }

  private void table(Path target, List<Path> others) throws IOException {
    try (var out = Files.newBufferedWriter(target)) {
      open.add(new WindowsCsv(out));
      write(others);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void log(Path target, List<Path> others) throws IOException {
    try (var out = new PrintStream(Files.newOutputStream(target), false, StandardCharsets.UTF_8)) {
      open.add(new LatencyLog(out));
      write(others);
      if (out.checkError()) {
        throw new IOException("it cannot be written to its end");
      }
    }
  }

  private void tell() throws IOException {
    try {
      JournalFile.read(run.journal(), run.known(), open);
    } catch (InvalidJournalException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
