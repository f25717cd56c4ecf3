package dev.harness.cli;

import dev.harness.run.port.TargetSource;
import dev.harness.run.port.TargetUnreachableException;
import dev.harness.run.port.Targets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which PostgreSQL a command works with. */
@Command
final class DatabaseOption {

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "A PostgreSQL to use instead of the embedded one. All work happens in a schema"
              + " \"harness\", which is created and dropped.")
  private @Nullable String url;

  /**
   * Opens all targets, with that database.
   *
   * @throws UsageException where the URL is none
   * @throws TargetUnreachableException where that database does not answer
   */
  Targets open(TargetSource source) {
    try {
      return source.open(Optional.ofNullable(url));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--database: " + e.getMessage());
    }
  }
}
