package dev.harness.cli;

import dev.harness.run.port.TargetSource;
import dev.harness.run.port.TargetSource.NamedDatabase;
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

  @Option(
      names = "--application-database",
      paramLabel = "URL",
      description =
          "The same database, with the role of an application: no superuser, and the owner of"
              + " nothing. Only such a role is bound by row-level security, which"
              + " database/session-isolation puts to the test.")
  private @Nullable String applicationUrl;

  /**
   * Opens all targets, with that database.
   *
   * @throws UsageException where a URL is none
   * @throws TargetUnreachableException where that database does not answer
   */
  Targets open(TargetSource source) {
    if (url == null && applicationUrl != null) {
      throw new UsageException("--application-database needs --database beside it");
    }
    try {
      return source.open(
          Optional.ofNullable(url)
              .map(owner -> new NamedDatabase(owner, Optional.ofNullable(applicationUrl))));
    } catch (IllegalArgumentException e) {
      String given = applicationUrl == null ? "--database" : "--database, --application-database";
      throw new UsageException(given + ": " + e.getMessage());
    }
  }
}
