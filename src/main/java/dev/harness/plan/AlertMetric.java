package dev.harness.plan;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an alert rule may speak of, and the unit in which it must. */
public enum AlertMetric {
  SUCCESS_RATE("%", Source.WINDOW),
  ERROR_RATE("%", Source.WINDOW),
  THROUGHPUT("/s", Source.WINDOW),
  RESPONSE_TIME_P50("ms", Source.WINDOW),
  RESPONSE_TIME_P95("ms", Source.WINDOW),
  RESPONSE_TIME_P99("ms", Source.WINDOW),
  MEMORY_GROWTH("MB", Source.SAMPLE),
  MEMORY_RECOVERY("%", Source.CHECK_END),
  CPU_UTILIZATION("%", Source.SAMPLE),
  CONNECTION_LEAKS("", Source.CHECK_END),
  SYSTEM_CRASHES("", Source.SAMPLE),
  ISOLATION_BREACHES("", Source.CHECK_END),
  /** Needs a baseline, as the next two do. */
  RESPONSE_TIME_IMPROVEMENT("%", Source.BASELINE),
  MEMORY_EFFICIENCY_IMPROVEMENT("%", Source.BASELINE),
  THROUGHPUT_IMPROVEMENT("%", Source.BASELINE);

  /** One slow second, or one collection that comes late, is nothing to wake anybody for. */
  private static final Duration WAVERING = Duration.ofSeconds(5);

  private final String unit;
  private final Source source;

  AlertMetric(String unit, Source source) {
    this.unit = unit;
    this.source = source;
  }

  /** Where figures of a metric come from, and so how often there is one. */
  public enum Source {
    /** One-second windows of a load. */
    WINDOW,
    /** Samples of the target's process. */
    SAMPLE,
    /** The findings of a check: one figure, when it ends. */
    CHECK_END,
    /** The run and one before it, held side by side. */
    BASELINE
  }

  public Source source() {
    return source;
  }

  /**
   * How long a condition on it holds before it fires, and is away before it is resolved, where a
   * rule does not say. Figures that waver from second to second take 5 s. Counts that must be 0,
   * and what is known once, take none: the first sight is the proof, and there may be no second.
   */
  public Duration persistence() {
    boolean wavers = source == Source.WINDOW || source == Source.SAMPLE;
    return wavers && this != SYSTEM_CRASHES ? WAVERING : Duration.ZERO;
  }

  /** As written in a trigger. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As written behind the limit; empty for counts. */
  public String unit() {
    return unit;
  }

  /** The metric of that id. */
  public static Optional<AlertMetric> find(String id) {
    return Arrays.stream(values()).filter(metric -> metric.id().equals(id)).findFirst();
  }
}
