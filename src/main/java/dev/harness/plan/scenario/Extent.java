package dev.harness.plan.scenario;

import java.time.Duration;
import java.util.Collection;

/**
 * What steps may come to at the most, one after the other.
 *
 * @param steps that are carried out; at most 10,000
 * @param pauses how long it pauses
 * @param longest how long it takes, pauses included
 */
record Extent(long steps, Duration pauses, Duration longest) {
  static final Extent NONE = new Extent(0, Duration.ZERO, Duration.ZERO);

  private static final int MOST_STEPS = 10_000;

  Extent {
    if (steps > MOST_STEPS) {
      throw new IllegalArgumentException(
          "an iteration has at most %,d steps, and this comes to %,d".formatted(MOST_STEPS, steps));
    }
  }

  /** Of steps that follow one another. */
  static Extent of(Collection<Step> steps) {
    return steps.stream().map(Step::extent).reduce(NONE, Extent::plus);
  }

  Extent plus(Extent other) {
    return new Extent(steps + other.steps, pauses.plus(other.pauses), longest.plus(other.longest));
  }

  /** Of so many rounds. */
  Extent times(int rounds) {
    return new Extent(steps * rounds, pauses.multipliedBy(rounds), longest.multipliedBy(rounds));
  }

  /** Where it is either this or the other. */
  Extent or(Extent other) {
    return new Extent(
        Math.max(steps, other.steps), max(pauses, other.pauses), max(longest, other.longest));
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
