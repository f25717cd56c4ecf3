package dev.harness.cli;

import dev.harness.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a run has left its journal. */
final class RunDirectory {
  private RunDirectory() {}

  /**
   * The journal of a run's directory; or of the newest run in a directory of runs, whose names
   * begin with their time.
   *
   * @throws UsageException where there is none
   */
  static Path journal(Path directory) {
    if (!Files.exists(directory)) {
      throw new UsageException("%s: there is no such directory".formatted(directory));
    }
    if (!Files.isDirectory(directory)) {
      throw new UsageException(
          "%s: is not a directory; give a run's directory, or one that has such in it"
              .formatted(directory));
    }
    return find(directory)
        .orElseThrow(
            () ->
                new UsageException(
                    "%s: there is no %s in it, nor in any directory in it"
                        .formatted(directory, Journal.FILE)));
  }

  /**
   * The same; empty where there is none.
   *
   * @throws UsageException where the directory cannot be read
   */
  static Optional<Path> find(Path directory) {
    Path own = directory.resolve(Journal.FILE);
    if (Files.exists(own)) {
      return Optional.of(own);
    }
    try (Stream<Path> runs = Files.list(directory)) {
      return runs.map(run -> run.resolve(Journal.FILE))
          .filter(Files::exists)
          .max(Comparator.naturalOrder());
    } catch (IOException e) {
      throw new UsageException("%s: cannot be read: %s".formatted(directory, e.getMessage()));
    }
  }
}
