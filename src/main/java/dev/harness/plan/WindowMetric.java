package dev.harness.plan;

import dev.harness.metric.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** A metric of the one-second windows of a load: there is a figure every second. */
public sealed interface WindowMetric extends AlertMetric
    permits WindowMetric.Rate, WindowMetric.OfTimes, BurnRate {

  /** The metric of that id, if windows have it. */
  static Optional<WindowMetric> find(String id) {
    return MetricGrammar.find(id)
        .filter(WindowMetric.class::isInstance)
        .map(WindowMetric.class::cast);
  }

  @Override
  default Duration persistence() {
    return AlertMetric.ofWavering();
  }

  /** What becomes of operations, and how many there are. */
  enum Rate implements WindowMetric {
    SUCCESS_RATE,
    ERROR_RATE,
    THROUGHPUT;

    @Override
    public String id() {
      return AlertMetric.idOf(this);
    }

    @Override
    public Unit unit() {
      return this == THROUGHPUT ? Unit.PER_SECOND : Unit.PERCENT;
    }

    @Override
    public double most() {
      return this == THROUGHPUT ? Double.MAX_VALUE : 100;
    }
  }

  /** The times that are kept of each operation. */
  enum Timing {
    /** done − intended */
    RESPONSE_TIME,
    /** done − sent */
    SERVICE_TIME;

    public String id() {
      return AlertMetric.idOf(this);
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
