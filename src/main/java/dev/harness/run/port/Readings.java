package dev.harness.run.port;

import dev.harness.plan.SourceMetric;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a source told at one moment.
 *
 * @param values in the units of their metrics, and running totals where a metric is made of one; in
 *     the order of the metrics
 * @param gap what it does not tell although it could, and why; empty where it tells all
 */
public record Readings(Map<SourceMetric, Double> values, Optional<String> gap) {
  public static final Readings NONE = new Readings(Map.of(), Optional.empty());

  public Readings {
    var copy = new EnumMap<SourceMetric, Double>(SourceMetric.class);
    copy.putAll(values);
    copy.values().removeIf(value -> !Double.isFinite(value));
    values = Collections.unmodifiableMap(copy);
  }

  /** With one more; without it where the value is no number. */
  public Readings with(SourceMetric metric, double value) {
    var more = new EnumMap<SourceMetric, Double>(SourceMetric.class);
    more.putAll(values);
    more.put(metric, value);
    return new Readings(more, gap);
  }

  /** The same, and what it does not tell. */
  public Readings without(String what) {
    return new Readings(values, Optional.of(what));
  }

  /** Empty where the source does not tell it. */
  public OptionalDouble value(SourceMetric metric) {
    Double value = values.get(metric);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
