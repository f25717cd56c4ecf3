package dev.harness.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How much {@code harness run} prints. */
@Command
final class OutputOptions {

  @Option(names = "--verbose", fallbackValue = "true", description = "All figures of all checks.")
  private boolean verbose;

  @Option(names = "--quiet", fallbackValue = "true", description = "Only the verdict.")
  private boolean quiet;

  /**
   * Where it prints.
   *
   * @throws UsageException where the options contradict each other
   */
  Terminal terminal(CommandLine commandLine) {
    if (verbose && quiet) {
      throw new UsageException("--verbose and --quiet contradict each other; choose one");
    }
    return new Terminal(commandLine, verbose, quiet);
  }
}
