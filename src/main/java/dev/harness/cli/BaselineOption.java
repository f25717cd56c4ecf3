package dev.harness.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code harness run} is held against. */
@Command
final class BaselineOption {
  @Option(
      names = "--baseline",
      paramLabel = "RUN",
      description =
          "An earlier run, by its report.json or directory: what became worse than it fails. One"
              + " that could not be compared is refused before anything starts.")
  private @Nullable Path baseline;

  /**
   * The earlier run, if there is to be one.
   *
   * @throws UsageException where it cannot be read or compared
   */
  Optional<Baseline> read() {
    return Optional.ofNullable(baseline).map(Baseline::read);
  }
}
