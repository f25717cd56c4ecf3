package dev.harness.cli;

import dev.harness.run.port.TargetUnreachableException;
import dev.harness.store.RunDatabase;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The database in which runs are kept, where they are. */
@Command
final class StoreOption {

  @Option(
      names = "--store",
      paramLabel = "URL",
      description =
          "A PostgreSQL database in which runs are kept. Those of DIR that it does not have are"
              + " added; the history is that of all in it.")
  private @Nullable String url;

  boolean given() {
    return url != null;
  }

  /**
   * Connects to the one that was given.
   *
   * @throws UsageException where its URL is none
   * @throws TargetUnreachableException where it does not let us in
   */
  RunDatabase open(Vertx vertx) {
    try {
      return RunDatabase.open(vertx, String.valueOf(url));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--store: " + e.getMessage());
    }
  }
}
