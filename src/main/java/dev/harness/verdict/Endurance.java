package dev.harness.verdict;

import dev.harness.measure.Counts;
import dev.harness.measure.Figure;
import dev.harness.stats.BlockBootstrap;
import dev.harness.stats.Interval;
import dev.harness.stats.Proportions;
import java.util.List;

/**
 * How a load that goes on for long changes: its last quarter against its first.
 *
 * @param rounds that it was driven in, in their order; at least {@value #LEAST_ROUNDS} for a figure
 */
public record Endurance(List<Round> rounds) {
  /** Fewer than ten on either side bound nothing that deserves the name. */
  public static final int LEAST_ROUNDS = 40;

  private static final double CONFIDENCE = 0.90;

  public Endurance {
    rounds = List.copyOf(rounds);
  }

  /**
   * One of the rounds, each as long as the others.
   *
   * @param p95 response time in milliseconds
   */
  public record Round(Figure p95, Counts counts) {}

  /**
   * How much higher the P95 became, in percent: the difference of the medians of its logarithm,
   * with bounds by the block bootstrap.
   *
   * @param seed of the bootstrap
   */
  public Figure responseDegradation(long seed) {
    for (Round round : rounds) {
      if (round.p95() instanceof Figure.Missing missing) {
        return missing;
      }
    }
    if (rounds.size() < LEAST_ROUNDS) {
      return tooFew();
    }
    Interval change = BlockBootstrap.medianChangePercent(p95s(first()), p95s(last()), seed);
    return Figure.estimate(change.estimate(), change.lower(), change.upper(), rounds.size());
  }

  /** How much more of the operations ended as errors, in percentage points. */
  public Figure errorIncrease() {
    if (rounds.size() < LEAST_ROUNDS) {
      return tooFew();
    }
    Counts before = counts(first());
    Counts after = counts(last());
    if (before.answerable() == 0 || after.answerable() == 0) {
      return Figure.missing("no operation came to an end in its first quarter, or in its last");
    }
    Interval difference =
        Proportions.difference(
            before.errors(), before.answerable(), after.errors(), after.answerable(), CONFIDENCE);
    return Figure.estimate(
        100 * difference.estimate(),
        100 * difference.lower(),
        100 * difference.upper(),
        before.answerable() + after.answerable());
  }

  private Figure tooFew() {
    return Figure.missing(
        "its quarters are told apart from %d rounds on, there are %d"
            .formatted(LEAST_ROUNDS, rounds.size()));
  }

  private List<Round> first() {
    return rounds.subList(0, rounds.size() / 4);
  }

  private List<Round> last() {
    return rounds.subList(rounds.size() - rounds.size() / 4, rounds.size());
  }

  private static double[] p95s(List<Round> rounds) {
    return rounds.stream().mapToDouble(round -> ((Figure.Measured) round.p95()).value()).toArray();
  }

  private static Counts counts(List<Round> rounds) {
    return rounds.stream().map(Round::counts).reduce(Counts.ZERO, Counts::plus);
  }
}
