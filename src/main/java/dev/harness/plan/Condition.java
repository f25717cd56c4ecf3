package dev.harness.plan;

import dev.harness.plan.threshold.Bound;
import java.util.Arrays;
import java.util.Optional;

/**
 * Something that may be so while a load runs, written as {@code response_time_p95 > 1000ms}.
 *
 * @param limit in the metric's unit; finite, at least 0
 */
public record Condition(AlertMetric metric, Comparison comparison, double limit) {

  public Condition {
    if (!(limit >= 0) || Double.isInfinite(limit)) {
      throw new IllegalArgumentException("a limit is 0 or more, not " + limit);
    }
    if (metric instanceof BurnRate && !comparison.upward()) {
      throw new IllegalArgumentException(
          "%s is of two windows that are both too high: allowed is > or >=, not %s"
              .formatted(metric.id(), comparison.symbol()));
    }
  }

  /** How the metric must stand to the limit for the condition to hold. */
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

    static Optional<Comparison> find(String symbol) {
      return Arrays.stream(values()).filter(c -> c.symbol.equals(symbol)).findFirst();
    }
  }

  /**
   * Reads a trigger.
   *
   * @throws InvalidTriggerException with all that is wrong with it, and what is allowed
   */
  public static Condition parse(String trigger) {
    return TriggerGrammar.parse(trigger);
  }

  /**
   * Holds what somebody promises against how that is written: on the side of the limit where
   * figures are good, and with the limit itself.
   *
   * @throws IllegalArgumentException saying what was probably meant
   */
  void requirePromise(Bound good) {
    var sign = good == Bound.AT_MOST ? Comparison.AT_MOST : Comparison.AT_LEAST;
    var promise = new Condition(metric, sign, limit);
    if (!equals(promise)) {
      throw new IllegalArgumentException(
          "a threshold says what must hold, its limit included; did you mean \"%s\"?"
              .formatted(promise.trigger()));
    }
  }

  /** Whether a value, in the metric's unit, is what it looks for. */
  public boolean holds(double value) {
    return comparison.holds(value, limit);
  }

  /** As it was written, in one spelling. */
  public String trigger() {
    return "%s %s %s%s"
        .formatted(metric.id(), comparison.symbol(), PlainNumber.of(limit), metric.unit().symbol());
  }
}
