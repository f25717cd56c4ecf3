package dev.harness.cli;

import dev.harness.compare.InvalidReportException;
import dev.harness.compare.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A directory in which runs have left their directories. What is none of a run is neither read nor
 * removed: of a name that the harness does not give, a link, without a report, or with anything in
 * it that the harness does not write.
 */
final class RunDirectories {
  /** As {@link ReportFiles} names them. */
  private static final Pattern RUN = Pattern.compile("[0-9]{8}T[0-9]{6}Z-[0-9a-z]+");

  private static final Set<String> FILES =
      Set.of(
          "report.json",
          "report.html",
          "junit.xml",
          "summary.md",
          "windows.csv",
          "latency.hlog",
          "journal.jsonl");

  private static final Pattern CRASH = Pattern.compile("crash-[0-9a-z-]+\\.txt");

  private final Path directory;

  private RunDirectories(Path directory) {
    this.directory = directory;
  }

  /**
   * The runs of a directory.
   *
   * @throws UsageException where there is none
   */
  static RunDirectories in(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new UsageException("%s: there is no such directory".formatted(directory));
    }
    return new RunDirectories(directory);
  }

  /**
   * Runs that have a report, in the order of time, which their names begin with.
   *
   * @param left what was passed over, with why
   * @throws UsageException where the directory cannot be read
   */
  List<StoredRun> runs(List<String> left) {
    var runs = new ArrayList<StoredRun>();
    for (Path run : directories()) {
      Path report = run.resolve(RunFiles.REPORT);
      if (!Files.exists(report)) {
        left.add("%s: has no report; harness report %s makes one".formatted(run, run));
        continue;
      }
      try {
        runs.add(StoredRun.read(name(run), report));
      } catch (InvalidReportException e) {
        left.add(String.valueOf(e.getMessage()));
      } catch (IOException e) {
        left.add("%s: cannot be read: %s".formatted(report, e.getMessage()));
      }
    }
    return runs;
  }

  /**
   * Removes all runs that have a report but the newest, whether or not anything can be made of
   * theirs.
   *
   * @param keep how many stay
   * @param removed told of each
   * @param left told of those that should have gone and did not, with why
   */
  void keep(int keep, List<Path> removed, List<String> left) {
    List<Path> ended =
        directories().stream().filter(run -> Files.exists(run.resolve(RunFiles.REPORT))).toList();
    for (Path run : ended.subList(0, Math.max(0, ended.size() - keep))) {
      try {
        List<Path> files = list(run);
        List<Path> strange = files.stream().filter(file -> !ofARun(file)).toList();
        if (strange.isEmpty()) {
          remove(run, files);
          removed.add(run);
        } else {
          left.add("%s stays: %s is none of a run's files".formatted(run, name(strange.get(0))));
        }
      } catch (IOException e) {
        left.add("%s stays, or a part of it: %s".formatted(run, e.getMessage()));
      }
    }
  }

  /** The report goes last: as long as it is there, the directory is known for a run's. */
  private static void remove(Path run, List<Path> files) throws IOException {
    for (Path file : files) {
      if (!name(file).equals(RunFiles.REPORT)) {
        Files.delete(file);
      }
    }
    Files.delete(run.resolve(RunFiles.REPORT));
    Files.delete(run);
  }

  private List<Path> directories() {
    try {
      return list(directory).stream()
          .filter(path -> RUN.matcher(name(path)).matches())
          .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UsageException("%s: cannot be read: %s".formatted(directory, e.getMessage()));
    }
  }

  private static boolean ofARun(Path file) {
    String name = name(file);
    return (FILES.contains(name) || CRASH.matcher(name).matches())
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static List<Path> list(Path directory) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.toList();
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
