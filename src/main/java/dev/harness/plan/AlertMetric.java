package dev.harness.plan;

import dev.harness.metric.Unit;
import java.time.Duration;
import java.util.Locale;

/** What a condition may speak of. Its kinds differ in where figures come from, and how often. */
public sealed interface AlertMetric
    permits WindowMetric,
        SourceMetric,
        AlertMetric.Sampled,
        AlertMetric.Found,
        AlertMetric.Improvement,
        AlertMetric.Watched {

  /** As written in a trigger. */
  String id();

  /** In which its limits are written, and no other. */
  Unit unit();

  /**
   * How long a condition on it holds before a rule fires, and is away before it is resolved, where
   * the rule does not say. Figures that waver from second to second take 5 s. Counts that must be
   * 0, and what is known once, take none: the first sight is the proof, and there may be no second.
   */
  default Duration persistence() {
    return Duration.ZERO;
  }

  /** Whether there is one figure only, when a check ends. */
  default boolean once() {
    return false;
  }

  /** The highest value that it can have, so that a rule beyond it would never fire. */
  default double most() {
    return Double.MAX_VALUE;
  }

  /** One slow second, or one collection that comes late, is nothing to wake anybody for. */
  static Duration ofWavering() {
    return Duration.ofSeconds(5);
  }

  /** The id of a constant is its name in lower case. */
  static String idOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Of samples of the target's process. */
  enum Sampled implements AlertMetric {
    MEMORY_GROWTH(Unit.MEGABYTES),
    CPU_UTILIZATION(Unit.PERCENT),
    SYSTEM_CRASHES(Unit.COUNT);

    private final Unit unit;

    Sampled(Unit unit) {
      this.unit = unit;
    }

    @Override
    public String id() {
      return idOf(this);
    }

    @Override
    public Unit unit() {
      return unit;
    }

    @Override
    public Duration persistence() {
      return this == SYSTEM_CRASHES ? Duration.ZERO : ofWavering();
    }
  }

  /** Of host and processes, as {@code harness monitor} sees them. */
  enum Watched implements AlertMetric {
    /** By which the resident memory of a process grows. */
    MEMORY_SLOPE(Unit.MEGABYTES_PER_HOUR),
    /** Processor time of a process: 100 is one core. */
    PROCESS_CPU(Unit.PERCENT),
    /** Files that a process has opened and not closed since the monitor began. */
    OPEN_FILES_GROWTH(Unit.COUNT),
    /** Memory in use, of all there is. */
    HOST_MEMORY(Unit.PERCENT),
    /** Processor time in use, of all cores. */
    HOST_CPU(Unit.PERCENT);

    private final Unit unit;

    Watched(Unit unit) {
      this.unit = unit;
    }

    @Override
    public String id() {
      return idOf(this);
    }

    @Override
    public Unit unit() {
      return unit;
    }

    /** Whether it is claimed of a trend, which may turn out not to have been one. */
    public boolean trend() {
      return this == MEMORY_SLOPE || this == OPEN_FILES_GROWTH;
    }

    /** What grows is proved by its trend, and not by how long it is seen. */
    @Override
    public Duration persistence() {
      return trend() ? Duration.ZERO : ofWavering();
    }
  }

  /** Among the findings of a check. */
  enum Found implements AlertMetric {
    MEMORY_RECOVERY,
    CONNECTION_LEAKS,
    ISOLATION_BREACHES;

    @Override
    public String id() {
      return idOf(this);
    }

    @Override
    public Unit unit() {
      return this == MEMORY_RECOVERY ? Unit.PERCENT : Unit.COUNT;
    }

    @Override
    public boolean once() {
      return true;
    }
  }

  /** Of the run and one before it, held side by side, in percent of the one before. */
  enum Improvement implements AlertMetric {
    RESPONSE_TIME_IMPROVEMENT,
    MEMORY_EFFICIENCY_IMPROVEMENT,
    THROUGHPUT_IMPROVEMENT;

    @Override
    public String id() {
      return idOf(this);
    }

    @Override
    public Unit unit() {
      return Unit.PERCENT;
    }

    @Override
    public boolean once() {
      return true;
    }
  }
}
