package dev.harness.plan.threshold;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The limits of a run. A required key (yes or no) has the limit 1, one that is not 0. */
public record Thresholds(Map<ThresholdKey, Limit> limits) {

  /**
   * One limit.
   *
   * @param value in the unit of the key's metric; finite, at least 0
   * @param origin the file it was read from, or {@code default}
   */
  public record Limit(double value, String origin) {
    public Limit {
      if (!(value >= 0) || Double.isInfinite(value)) {
        throw new IllegalArgumentException("a limit is 0 or more, not " + value);
      }
    }
  }

  public Thresholds {
    limits = Map.copyOf(limits);
  }

  /** The limit of a key, if it has one. */
  public Optional<Limit> limit(ThresholdKey key) {
    return Optional.ofNullable(limits.get(key));
  }

  /** All keys that have a limit. */
  public Set<ThresholdKey> keys() {
    return limits.keySet();
  }

  /** Those whose limit is from there. */
  public Set<ThresholdKey> keysFrom(String origin) {
    return limits.entrySet().stream()
        .filter(limit -> limit.getValue().origin().equals(origin))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** These limits, and beneath them those of the other where there is none here. */
  public Thresholds over(Thresholds defaults) {
    var both = new LinkedHashMap<>(defaults.limits);
    both.putAll(limits);
    return new Thresholds(both);
  }
}
