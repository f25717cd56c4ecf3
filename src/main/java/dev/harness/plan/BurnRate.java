package dev.harness.plan;

import dev.harness.metric.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How many times too fast the errors are used up that an objective allows: error rate / (1 −
 * objective), over a long window and a twelfth of it, the lower of both. The long one keeps a rule
 * from firing for a handful of errors, the short one from firing on when all is well again (The
 * Site Reliability Workbook, O'Reilly 2018, "Alerting on SLOs").
 *
 * <p>Written {@code burn_rate_99.9} over 60 s and 5 s, {@code burn_rate_99.9_1h} over 1 h and 5
 * min, {@code burn_rate_99.9_6h} over 6 h and 30 min.
 *
 * @param objective what shall succeed, in percent; at least 99, below 100
 */
public record BurnRate(double objective, Span span) implements WindowMetric {
  private static final double LEAST_OBJECTIVE = 99;

  public BurnRate {
    if (!(objective >= LEAST_OBJECTIVE && objective < 100)) {
      String why =
          objective < LEAST_OBJECTIVE
              ? "even if everything fails, that one burns at no more than "
                  + PlainNumber.of(Math.rint(1_000 / (100 - objective)) / 10)
              : "it leaves nothing to burn";
      throw new IllegalArgumentException(
          "a burn rate has an objective of 99 to below 100 %%, not %s: %s"
              .formatted(PlainNumber.of(objective), why));
    }
  }

  /** The long window; the short one is a twelfth of it. */
  public enum Span {
    MINUTE("", Duration.ofSeconds(60)),
    HOUR("_1h", Duration.ofHours(1)),
    SIX_HOURS("_6h", Duration.ofHours(6));

    private final String suffix;
    private final Duration longWindow;

    Span(String suffix, Duration longWindow) {
      this.suffix = suffix;
      this.longWindow = longWindow;
    }

    public Duration longWindow() {
      return longWindow;
    }

    static Optional<Span> find(String suffix) {
      return Arrays.stream(values()).filter(span -> span.suffix.equals(suffix)).findFirst();
    }

    /** What may follow the objective; nothing is allowed as well. */
    static List<String> suffixes() {
      return Arrays.stream(values()).map(span -> span.suffix).filter(s -> !s.isEmpty()).toList();
    }
  }

  @Override
  public String id() {
    return "burn_rate_" + PlainNumber.of(objective) + span.suffix;
  }

  @Override
  public Unit unit() {
    return Unit.COUNT;
  }

  /** That of an outage of everything. */
  @Override
  public double most() {
    return 1 / budget();
  }

  /** The share of operations that may fail. */
  public double budget() {
    return BigDecimal.valueOf(100)
        .subtract(BigDecimal.valueOf(objective))
        .movePointLeft(2)
        .doubleValue();
  }

  /** None: its long window has waited for long enough. */
  @Override
  public Duration persistence() {
    return Duration.ZERO;
  }
}
