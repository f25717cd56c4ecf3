package dev.harness.verdict;

import dev.harness.measure.Figure;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/**
 * What a search has found: the largest load known to be borne below the smallest known not to be.
 *
 * @param levels that were tried, in the order in which they were
 */
public record Capacity(List<Level> levels) {

  public Capacity {
    levels = List.copyOf(levels);
  }

  /**
   * One load, offered several times.
   *
   * @param load in the unit of the search
   */
  public record Level(double load, int borne, int broken, int unfit) {
    static Level untried(double load) {
      return new Level(load, 0, 0, 0);
    }

    Level with(Trial trial) {
      return switch (trial) {
        case BORNE -> new Level(load, borne + 1, broken, unfit);
        case BROKEN -> new Level(load, borne, broken + 1, unfit);
        case UNFIT -> new Level(load, borne, broken, unfit + 1);
      };
    }

    /** Whether so many trials in all can change nothing more. */
    boolean settled(int trials) {
      return 2 * Math.max(borne, Math.max(broken, unfit)) > trials;
    }

    public boolean lower() {
      return 2 * borne > borne + broken + unfit;
    }

    public boolean upper() {
      return 2 * broken > borne + broken + unfit;
    }

    public boolean undecided() {
      return !lower() && !upper();
    }
  }

  /** The largest lower bound below the smallest upper bound; empty where nothing was borne. */
  public OptionalDouble lower() {
    double upper = upper().orElse(Double.POSITIVE_INFINITY);
    return loads(level -> level.lower() && level.load() < upper).max();
  }

  /** The smallest upper bound; empty where nothing broke the target. */
  public OptionalDouble upper() {
    return loads(Level::upper).min();
  }

  /** The smallest level above the lower bound that is not known to be borne. */
  OptionalDouble ceiling() {
    double lower = lower().orElse(0);
    return loads(level -> !level.lower() && level.load() > lower).min();
  }

  /** What was shown to be borne, or why nothing was. */
  public Figure figure() {
    return lower().isPresent()
        ? Figure.of(lower().getAsDouble(), levels.size())
        : Figure.missing(text());
  }

  /**
   * The same, where a limit is to be held against it: a limit between the bounds, or beyond what
   * the generator could offer, is neither kept nor broken.
   */
  public Figure figure(double limit) {
    double lower = lower().orElse(0);
    boolean known = lower >= limit || (upper().isPresent() && upper().getAsDouble() <= limit);
    return known ? Figure.of(lower, levels.size()) : Figure.missing(text());
  }

  /** What was found, in plain words. */
  public String text() {
    if (lower().isEmpty()) {
      return upper().isPresent()
          ? "not even %,.0f was borne".formatted(upper().getAsDouble())
          : "the generator could not offer even the lowest load";
    }
    double lower = lower().getAsDouble();
    double ceiling = ceiling().orElse(Double.POSITIVE_INFINITY);
    if (Double.isInfinite(ceiling)) {
      return "%,.0f, the highest that was offered, was borne".formatted(lower);
    }
    return upper().isPresent() && upper().getAsDouble() == ceiling
        ? "%,.0f was borne, %,.0f was not".formatted(lower, ceiling)
        : "%,.0f was borne, and the generator could not offer %,.0f".formatted(lower, ceiling);
  }

  private DoubleStream loads(Predicate<Level> which) {
    return levels.stream().filter(which).mapToDouble(Level::load);
  }
}
