package dev.harness.cli;

import dev.harness.compare.InvalidReportException;
import dev.harness.report.TerminalText;
import dev.harness.report.WrittenMonitor;
import dev.harness.report.html.MonitorPage;
import dev.harness.verdict.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a monitor has written, shown again and as a page beside it.
 *
 * @param file that it has written
 */
record MonitorReport(Path file, WrittenMonitor monitor) {

  /**
   * Reads it.
   *
   * @throws UsageException where it is none of a monitor
   */
  static MonitorReport read(Path file) {
    try {
      return new MonitorReport(file, WrittenMonitor.read(file));
    } catch (InvalidReportException e) {
      throw new UsageException(
          "%s: %s; of a run, give its directory".formatted(file, e.getMessage()));
    } catch (IOException e) {
      throw new UsageException("%s: cannot be read: %s".formatted(file, e.getMessage()));
    }
  }

  /**
   * The newest that lies in a directory; empty where none does.
   *
   * @throws UsageException where the directory cannot be read
   */
  static Optional<MonitorReport> newestIn(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file))
          .sorted(Comparator.comparing(MonitorReport::lastModified).reversed())
          .flatMap(file -> ifMonitors(file).stream())
          .findFirst();
    } catch (IOException e) {
      throw new UsageException("%s: cannot be read: %s".formatted(directory, e.getMessage()));
    }
  }

  private static FileTime lastModified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      // It has gone meanwhile, and is not the newest then.
      return FileTime.fromMillis(0);
    }
  }

  private static Optional<MonitorReport> ifMonitors(Path file) {
    try {
      return Optional.of(new MonitorReport(file, WrittenMonitor.read(file)));
    } catch (InvalidReportException | IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Tells it, and writes the page unless there is one.
   *
   * @param force even where there is one
   * @return the exit code of a monitor that found that
   */
  int show(Terminal terminal, boolean force) {
    terminal.result(
        "%s  %s".formatted(monitor.health().toUpperCase(Locale.ROOT), monitor.extent()));
    monitor.reasons().forEach(reason -> terminal.result("✘ " + TerminalText.line(reason)));
    monitor.advice().forEach(advice -> terminal.result("→ " + TerminalText.line(advice)));
    Path page = page();
    if (Files.exists(page) && !force) {
      terminal.progress("left as it is: %s; --force writes it again".formatted(page));
      return monitor.exitCode();
    }
    try {
      MonitorPage.write(monitor, page);
      terminal.progress("written: " + page);
      return monitor.exitCode();
    } catch (IOException e) {
      terminal.problem("a report cannot be written: " + e.getMessage());
      return ExitCode.INTERNAL.code();
    }
  }

  private Path page() {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
    return file.resolveSibling(name + ".html");
  }
}
