package dev.harness.plan;

import dev.harness.metric.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** A metric of the one-second windows of a load: there is a figure every second. */
public sealed interface WindowMetric extends AlertMetric
    permits WindowMetric.Rate, WindowMetric.OfTimes, BurnRate {

  @Override
  default Duration persistence() {
    return WAVERING;
  }

  /** What becomes of operations, and how many there are. */
  enum Rate implements WindowMetric {
    SUCCESS_RATE(Unit.PERCENT, 100),
    ERROR_RATE(Unit.PERCENT, 100),
    THROUGHPUT(Unit.PER_SECOND, Double.MAX_VALUE);

    private final Unit unit;
    private final double most;

    Rate(Unit unit, double most) {
      this.unit = unit;
      this.most = most;
    }

    @Override
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Unit unit() {
      return unit;
    }

    @Override
    public double most() {
      return most;
    }
  }

  /** The times that are kept of each operation. */
  enum Timing {
    /** done − intended */
    RESPONSE_TIME,
    /** done − sent */
    SERVICE_TIME;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A figure of many times. */
  sealed interface OfTimes extends WindowMetric {
    Timing timing();

    @Override
    default Unit unit() {
      return Unit.MILLISECONDS;
    }
  }

  /** Written {@code response_time_mean}. */
  record Mean(Timing timing) implements OfTimes {
    @Override
    public String id() {
      return timing.id() + "_mean";
    }
  }

  /**
   * Written {@code response_time_p99.9}.
   *
   * @param percent of the operations that took no longer; above 0 and below 100
   */
  record Percentile(Timing timing, double percent) implements OfTimes {
    public Percentile {
      if (!(percent > 0 && percent < 100)) {
        throw new IllegalArgumentException(
            "a percentile lies between 0 and 100, not at %s; allowed is %s_p50, _p95, _p99.9, …"
                .formatted(PlainNumber.of(percent), timing.id()));
      }
    }

    @Override
    public String id() {
      return timing.id() + "_p" + PlainNumber.of(percent);
    }

    /** The same as a share: 0.999 for P99.9. */
    public double quantile() {
      return BigDecimal.valueOf(percent).movePointLeft(2).doubleValue();
    }
  }
}
