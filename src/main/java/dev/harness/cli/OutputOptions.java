package dev.harness.cli;

import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How much a command prints of a run. */
@Command
final class OutputOptions {

  @Option(names = "--verbose", fallbackValue = "true", description = "All figures of all checks.")
  private boolean verbose;

  @Option(names = "--quiet", fallbackValue = "true", description = "Only the verdict.")
  private boolean quiet;

  /** Whether all figures are wanted. */
  boolean verbose() {
    return verbose;
  }

  /**
   * Where it prints.
   *
   * @param realtime whether figures are wanted as they come
   * @throws UsageException where the options contradict each other
   */
  Terminal terminal(CommandLine commandLine, boolean realtime) {
    if (verbose && quiet) {
      throw new UsageException("--verbose and --quiet contradict each other; choose one");
    }
    if (realtime && quiet) {
      throw new UsageException("--realtime and --quiet contradict each other; choose one");
    }
    return new Terminal(commandLine, verbose, quiet, realtime, tty());
  }

  private Optional<Tty> tty() {
    return quiet
        ? Optional.empty()
        : Tty.onStandardError(Objects.requireNonNullElse(System.getenv("TERM"), ""));
  }
}
