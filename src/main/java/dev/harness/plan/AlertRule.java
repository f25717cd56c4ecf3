package dev.harness.plan;

import java.time.Duration;
import java.util.Locale;

/**
 * A condition that somebody is to be told of.
 *
 * @param name unique in a file; 1 to 200 characters, none of them a control
 * @param forDuration how long the condition holds before the rule fires; 0 to a day, and 0 for what
 *     is known only once, when a check ends
 * @param keepFiringFor how long the condition is away before the rule is resolved; as {@code
 *     forDuration}
 */
public record AlertRule(
    String name,
    Condition condition,
    Severity severity,
    Duration forDuration,
    Duration keepFiringFor) {
  private static final int LONGEST_NAME = 200;
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  public AlertRule {
    boolean control = name.chars().anyMatch(Character::isISOControl);
    if (name.isBlank() || name.length() > LONGEST_NAME || control) {
      throw new IllegalArgumentException(
          "the name of a rule has 1 to %d characters, none of them a control"
              .formatted(LONGEST_NAME));
    }
    requireAllowed("for", forDuration, condition.metric());
    requireAllowed("keep_firing_for", keepFiringFor, condition.metric());
  }

  /** Is called like its trigger, and waits as long as is usual for its metric. */
  public AlertRule(Condition condition, Severity severity) {
    this(
        condition.trigger(),
        condition,
        severity,
        condition.metric().persistence(),
        condition.metric().persistence());
  }

  /** How much a rule that fires matters: a critical one fails the run. */
  public enum Severity {
    CRITICAL,
    WARNING,
    INFO;

    /** As written in a file. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The rule that a trigger alone makes.
   *
   * @throws InvalidTriggerException with all that is wrong with it, and what is allowed
   */
  public static AlertRule parse(String trigger, Severity severity) {
    return new AlertRule(Condition.parse(trigger), severity);
  }

  public AlertMetric metric() {
    return condition.metric();
  }

  /** Its condition, as it was written, in one spelling. */
  public String trigger() {
    return condition.trigger();
  }

  private static void requireAllowed(String field, Duration wait, AlertMetric metric) {
    if (wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0) {
      throw new IllegalArgumentException(
          "%s is 0 to %d s, not %d s".formatted(field, LONGEST_WAIT.toSeconds(), wait.toSeconds()));
    }
    if (metric.once() && !wait.isZero()) {
      throw new IllegalArgumentException(
          "%s of %s is 0, not %d s: there is one figure, when a check ends"
              .formatted(field, metric.id(), wait.toSeconds()));
    }
  }
}
