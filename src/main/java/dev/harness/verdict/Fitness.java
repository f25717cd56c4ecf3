package dev.harness.verdict;

import dev.harness.measure.Counts;
import dev.harness.measure.Figure;
import dev.harness.measure.WindowSnapshot;
import dev.harness.metric.Unit;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the generator did what it was told. It can excuse a broken limit and spoil a load, and
 * never decide either: a limit that is met in spite of a late generator is met.
 *
 * @param excuse why a limit that is missed may be the generator's fault
 * @param spoiled why nothing can be concluded from this load at all
 */
public record Fitness(Optional<String> excuse, Optional<String> spoiled) {
  /** Nothing to say against it. */
  public static final Fitness FIT = new Fitness(Optional.empty(), Optional.empty());

  private static final double MOST_LAG_MILLIS = 10;
  private static final double MOST_DROPPED = 0.001;

  /** Little's law must hold within this part of the operations in flight. */
  private static final double MOST_APART = 0.05;

  /** With fewer operations, the ends of the phase weigh too much for the law. */
  private static final long LEAST_FOR_LAW = 500;

  /** What a late generator makes worse; counts and answers it does not. */
  private static final Set<Unit> TOUCHED = Set.of(Unit.MILLISECONDS, Unit.PER_SECOND, Unit.PERCENT);

  /**
   * Of a load that came over time.
   *
   * @param total all that was due
   * @param meanInFlight operations under way on average, counted by the driver
   * @param seconds that the phase lasted
   */
  public static Fitness of(WindowSnapshot total, double meanInFlight, double seconds) {
    return new Fitness(late(total), spoiled(total, meanInFlight, seconds));
  }

  /** Both, for a check that drove both loads. */
  public Fitness plus(Fitness other) {
    return new Fitness(excuse.or(other::excuse), spoiled.or(other::spoiled));
  }

  /** Why a missed limit of that unit is no breach, if it is not. */
  Optional<String> excuses(Unit unit) {
    return TOUCHED.contains(unit) ? excuse : Optional.empty();
  }

  private static Optional<String> late(WindowSnapshot total) {
    return total.lag().percentile(0.99) instanceof Figure.Measured lag
            && lag.value() > MOST_LAG_MILLIS
        ? Optional.of(
            "the generator, not the target: it was %.1f ms late at the 99th percentile"
                .formatted(lag.value()))
        : Optional.empty();
  }

  private static Optional<String> spoiled(
      WindowSnapshot total, double meanInFlight, double seconds) {
    Counts counts = total.counts();
    if (counts.dropped() > MOST_DROPPED * counts.due()) {
      return Optional.of(
          "the load was not offered: the generator dropped %,d of %,d operations"
              .formatted(counts.dropped(), counts.due()));
    }
    boolean allCompleted = counts.completed() == counts.due();
    if (allCompleted
        && counts.due() >= LEAST_FOR_LAW
        && total.service().mean() instanceof Figure.Measured meanMillis) {
      double byLaw = counts.completed() / seconds * meanMillis.value() / 1_000;
      if (Math.abs(meanInFlight - byLaw) > MOST_APART * meanInFlight) {
        return Optional.of(
            "the measurement contradicts itself: %.2f operations in flight, %.2f by Little's law"
                .formatted(meanInFlight, byLaw));
      }
    }
    return Optional.empty();
  }
}
