package dev.harness.plan;

import dev.harness.plan.AlertMetric.Source;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A condition on what is seen while a load runs, written as {@code response_time_p95 > 1000ms}.
 *
 * @param limit in the metric's unit; finite, at least 0
 * @param forDuration how long the condition holds before the rule fires; at least 0, and 0 for what
 *     is known only once, when a check ends
 * @param keepFiringFor how long the condition is away before the rule is resolved; at least 0
 */
public record AlertRule(
    AlertMetric metric,
    Comparison comparison,
    double limit,
    Severity severity,
    Duration forDuration,
    Duration keepFiringFor) {
  private static final Pattern TRIGGER =
      Pattern.compile("\\s*([A-Za-z_0-9]+)\\s*(<=|>=|<|>)\\s*([0-9]+(?:\\.[0-9]+)?)\\s*(\\S*)\\s*");

  /** Many times what any rule needs; it keeps the pattern from searching for hours. */
  private static final int LONGEST_TRIGGER = 200;

  public AlertRule {
    if (!(limit >= 0) || Double.isInfinite(limit)) {
      throw new IllegalArgumentException("a limit is 0 or more, not " + limit);
    }
    if (forDuration.isNegative() || keepFiringFor.isNegative()) {
      throw new IllegalArgumentException(
          "a rule waits 0 or more, not %s and %s".formatted(forDuration, keepFiringFor));
    }
    if (metric.source() == Source.CHECK_END && !forDuration.isZero()) {
      throw new IllegalArgumentException(
          "%s is known once, when a check ends: it cannot hold for %s"
              .formatted(metric.id(), forDuration));
    }
  }

  /** Waits as long as is usual for its metric: a trigger does not say ({@link AlertMetric}). */
  public AlertRule(AlertMetric metric, Comparison comparison, double limit, Severity severity) {
    this(metric, comparison, limit, severity, metric.persistence(), metric.persistence());
  }

  /** How the metric must stand to the limit for the rule to hold. */
  public enum Comparison {
    BELOW("<"),
    AT_MOST("<="),
    ABOVE(">"),
    AT_LEAST(">=");

    private final String symbol;

    Comparison(String symbol) {
      this.symbol = symbol;
    }

    /** As written in a trigger. */
    public String symbol() {
      return symbol;
    }

    /** Whether it looks for values that are too high. */
    public boolean upward() {
      return this == ABOVE || this == AT_LEAST;
    }

    boolean holds(double value, double limit) {
      return switch (this) {
        case BELOW -> value < limit;
        case AT_MOST -> value <= limit;
        case ABOVE -> value > limit;
        case AT_LEAST -> value >= limit;
      };
    }
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
   * Reads a trigger.
   *
   * @throws IllegalArgumentException saying what is wrong with it, and what is allowed
   */
  public static AlertRule parse(String trigger, Severity severity) {
    if (trigger.length() > LONGEST_TRIGGER) {
      throw new IllegalArgumentException(
          "a trigger has at most %,d characters, not %,d"
              .formatted(LONGEST_TRIGGER, trigger.length()));
    }
    Matcher parts = TRIGGER.matcher(trigger);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is no trigger; write: metric, one of < <= > >=, a number and its unit, as in"
                  .formatted(trigger)
              + " \"response_time_p95 > 1000ms\"");
    }
    AlertMetric metric =
        AlertMetric.find(parts.group(1))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "unknown metric \"%s\"; allowed: %s"
                            .formatted(parts.group(1), metricIds())));
    if (!parts.group(4).equals(metric.unit())) {
      throw new IllegalArgumentException(
          "%s is written %s, not \"%s\""
              .formatted(
                  metric.id(),
                  metric.unit().isEmpty() ? "without a unit" : "in \"" + metric.unit() + "\"",
                  parts.group(4)));
    }
    Comparison comparison =
        Arrays.stream(Comparison.values())
            .filter(c -> c.symbol().equals(parts.group(2)))
            .findFirst()
            .orElseThrow();
    return new AlertRule(metric, comparison, Double.parseDouble(parts.group(3)), severity);
  }

  private static String metricIds() {
    return Arrays.stream(AlertMetric.values())
        .map(AlertMetric::id)
        .collect(Collectors.joining(", "));
  }

  /** Whether a value, in the metric's unit, is what the rule looks for. */
  public boolean holds(double value) {
    return comparison.holds(value, limit);
  }

  /** As it was written, in one spelling. */
  public String trigger() {
    String number =
        limit == Math.rint(limit) ? Long.toString((long) limit) : Double.toString(limit);
    return metric.id() + " " + comparison.symbol() + " " + number + metric.unit();
  }
}
