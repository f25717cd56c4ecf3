package dev.harness.verdict;

import dev.harness.measure.Figure;
import dev.harness.plan.Condition;

/** What one look at its metric says of a condition. */
public enum Observation {
  HOLDS,
  CLEAR,
  /** There was nothing to look at, which speaks neither for the condition nor against it. */
  NO_DATA;

  /** What a figure says. */
  public static Observation of(Condition condition, Figure figure) {
    if (figure instanceof Figure.Measured measured) {
      return condition.holds(measured.value()) ? HOLDS : CLEAR;
    }
    return NO_DATA;
  }
}
