package dev.harness.verdict;

import dev.harness.verdict.Capacity.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * Looks for the highest load that a target bears, as the multiple loss ratio search of RFC 9971
 * does: the load doubles until a level is not borne, and the gap is then halved, by the geometric
 * mean, until its ends are near enough to each other.
 *
 * <p>A level is tried several times, and the majority says whether it is a lower bound, an upper
 * bound, or undecided. An undecided level is a wall: no use is made of what lies beyond it.
 *
 * @param lowest where it begins; above 0
 * @param highest where it gives up; at least the lowest
 * @param precision that the bounds may differ by at the end, as a part of the lower one; above 0
 * @param trials of each level; odd, so that they cannot be divided evenly
 */
public record CapacitySearch(double lowest, double highest, double precision, int trials) {
  private static final double STEP = 2;

  public CapacitySearch {
    if (!(lowest > 0 && highest >= lowest) || Double.isInfinite(highest)) {
      throw new IllegalArgumentException(
          "a search goes from above 0 to at least that, not from %s to %s"
              .formatted(lowest, highest));
    }
    if (!(precision > 0)) {
      throw new IllegalArgumentException("a precision is above 0, not " + precision);
    }
    if (trials < 1 || trials % 2 == 0) {
      throw new IllegalArgumentException("an odd number of trials, not " + trials);
    }
  }

  /**
   * Searches. Ends always: each step either doubles the load or halves the gap.
   *
   * @param offer puts the target under a load once, and says what that showed
   */
  public Capacity search(DoubleFunction<Trial> offer) {
    List<Level> levels = new ArrayList<>();
    OptionalDouble next = OptionalDouble.of(lowest);
    while (next.isPresent()) {
      levels.add(level(next.getAsDouble(), offer));
      next = next(new Capacity(levels));
    }
    return new Capacity(levels);
  }

  private Level level(double load, DoubleFunction<Trial> offer) {
    Level level = Level.untried(load);
    for (int i = 0; i < trials && !level.settled(trials); i++) {
      level = level.with(offer.apply(load));
    }
    return level;
  }

  /** The level to try after those; empty where no other would tell more. */
  private OptionalDouble next(Capacity found) {
    if (found.lower().isEmpty()) {
      return OptionalDouble.empty();
    }
    double lower = found.lower().getAsDouble();
    if (found.ceiling().isEmpty()) {
      return lower < highest
          ? OptionalDouble.of(Math.min(highest, STEP * lower))
          : OptionalDouble.empty();
    }
    double ceiling = found.ceiling().getAsDouble();
    return ceiling > lower * (1 + precision)
        ? OptionalDouble.of(Math.sqrt(lower * ceiling))
        : OptionalDouble.empty();
  }
}
