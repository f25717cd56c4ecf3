package dev.harness.cli;

import dev.harness.run.Check;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/**
 * Which checks {@code harness run} runs: all, the suite that an option stands for, or any suites
 * and checks together. These ways exclude each other. One on the command line puts aside what the
 * environment and {@code harness.properties} select.
 */
@Command
final class SelectionOptions {
  private static final List<String> NAMES =
      List.of("--all", "--context-only", "--database-only", "--suite", "--check");

  @Option(names = "--all", fallbackValue = "true", description = "All suites. The default.")
  private boolean all;

  @Option(
      names = "--suite",
      split = ",",
      paramLabel = "NAME",
      completionCandidates = Candidates.Suites.class,
      description = "Only these suites; see --list.")
  private @Nullable List<String> suites;

  @Option(names = "--context-only", fallbackValue = "true", description = "Only the suite context.")
  private boolean contextOnly;

  @Option(
      names = "--database-only",
      fallbackValue = "true",
      description = "Only the suite database.")
  private boolean databaseOnly;

  @Option(
      names = "--check",
      split = ",",
      paramLabel = "ID",
      completionCandidates = Candidates.Checks.class,
      description = "Only these checks, as context/validation; see --list. Adds to --suite.")
  private @Nullable List<String> checks;

  /**
   * The checks that are meant.
   *
   * @param usual what runs where nothing is named
   * @param scenarios of a plan: where there are some, they run alone unless others are named
   * @throws UsageException where the options contradict each other, or name what is not there
   */
  Selection of(List<Check> known, List<Check> usual, List<Check> scenarios, ParseResult given) {
    boolean onCommandLine = NAMES.stream().anyMatch(given::hasMatchedOption);
    List<String> set =
        NAMES.stream()
            .filter(name -> onCommandLine ? given.hasMatchedOption(name) : isSet(name))
            .toList();
    if (set.size() > 1 && !set.equals(List.of("--suite", "--check"))) {
      throw new UsageException(
          "%s contradict each other; allowed is one of --all, --context-only, --database-only, or"
                  .formatted(String.join(" and ", set))
              + " --suite and --check");
    }
    if (set.isEmpty()) {
      return scenarios.isEmpty() ? new Selection(usual, false) : new Selection(scenarios, true);
    }
    return named(known, set).with(scenarios);
  }

  private Selection named(List<Check> known, List<String> set) {
    if (set.contains("--context-only")) {
      return Selection.of(known, List.of("context"), null);
    }
    if (set.contains("--database-only")) {
      return Selection.of(known, List.of("database"), null);
    }
    return Selection.of(
        known, set.contains("--suite") ? suites : null, set.contains("--check") ? checks : null);
  }

  private boolean isSet(String name) {
    return switch (name) {
      case "--all" -> all;
      case "--context-only" -> contextOnly;
      case "--database-only" -> databaseOnly;
      case "--suite" -> suites != null;
      default -> checks != null;
    };
  }
}
