package dev.harness.cli;

import dev.harness.compare.PairOrder;
import dev.harness.random.Seed;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs of two things in turns: of what, how many, in which order, and how long each may take. */
@Command
final class PairOptions {
  /** Stands in a command where one run differs from the other. */
  static final String PLACE = "{}";

  @Option(
      names = "--pairs",
      paramLabel = "N",
      converter = WholeNumber.Pairs.class,
      description =
          "Runs COMMAND so many times for BASE and as many for CANDIDATE, in turns, and concludes"
              + " from all pairs together: 2 to 50. Six tell 15 %% from chance.")
  private @Nullable Integer pairs;

  @Option(
      names = "--order",
      paramLabel = "NAME",
      defaultValue = "abba",
      description = "Which of a pair comes first: abba, or random (default: ${DEFAULT-VALUE}).")
  private PairOrder order = PairOrder.ABBA;

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = SeedOption.class,
      description = "The same random order comes of the same whole number.")
  private Seed seed = SeedOption.random();

  @Option(
      names = "--longest",
      paramLabel = "TIME",
      defaultValue = "30m",
      converter = DurationOption.class,
      description = "After which one run is given up (default: ${DEFAULT-VALUE}).")
  private Duration longest = Duration.ofMinutes(30);

  /**
   * Whether there is anything to run.
   *
   * @param command that makes a run of what stands in it; empty for none
   * @throws UsageException where it does not fit together
   */
  boolean asked(List<String> command) {
    if (pairs == null && command.isEmpty()) {
      return false;
    }
    if (pairs == null) {
      throw new UsageException("a COMMAND is run in pairs: say how many with --pairs N");
    }
    if (command.stream().noneMatch(word -> word.contains(PLACE))) {
      throw new UsageException(
          "--pairs: there is no {} in the command %s; BASE and CANDIDATE stand there in turns"
              .formatted(command.isEmpty() ? "(after --)" : String.join(" ", command)));
    }
    return true;
  }

  Duration longest() {
    return longest;
  }

  /** For each pair, whether its baseline comes first. */
  List<Boolean> baseFirst() {
    return order.baseFirst(pairs == null ? 0 : pairs, seed);
  }

  /** How to have the same order again. */
  String told() {
    return order == PairOrder.RANDOM
        ? "order %s --seed %d".formatted(order.id(), seed.value())
        : "order " + order.id();
  }
}
