package dev.harness.verdict;

import dev.harness.measure.Figure;
import dev.harness.plan.AlertRule;

/** What one look at a rule's metric says of its condition. */
public enum Observation {
  HOLDS,
  CLEAR,
  /** There was nothing to look at, which speaks neither for the condition nor against it. */
  NO_DATA;

  /** What a figure says. */
  public static Observation of(AlertRule rule, Figure figure) {
    if (figure instanceof Figure.Measured measured) {
      return rule.holds(measured.value()) ? HOLDS : CLEAR;
    }
    return NO_DATA;
  }
}
