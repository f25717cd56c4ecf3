package dev.harness.verdict;

import dev.harness.metric.Metric;
import dev.harness.plan.threshold.Bound;
import dev.harness.plan.threshold.ThresholdKey;
import dev.harness.plan.threshold.Thresholds;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a check is judged on: a key whose limit the thresholds give, a limit of its own, or one that
 * is stated for it.
 */
public sealed interface Criterion {

  /** Judged by the limit that the thresholds have for this key. */
  static Criterion key(ThresholdKey key) {
    return new ByKey(key, true);
  }

  /** Judged by the limit of this key if the thresholds have one, and else only reported. */
  static Criterion keyIfGiven(ThresholdKey key) {
    return new ByKey(key, false);
  }

  /** Judged by a limit that belongs to the check's definition and is in no file. */
  static Criterion fixed(Metric metric, Bound bound, double limit) {
    return new Fixed(metric, bound, limit);
  }

  /** Keys that have a limit which none of these criteria reads. */
  static List<ThresholdKey> unread(Thresholds thresholds, Stream<Criterion> criteria) {
    Set<ThresholdKey> read =
        criteria
            .filter(ByKey.class::isInstance)
            .map(criterion -> ((ByKey) criterion).key())
            .collect(Collectors.toSet());
    return thresholds.keys().stream().filter(key -> !read.contains(key)).toList();
  }

  /** Judged by a limit that somebody states for this load alone, as a plan does. */
  static Criterion stated(Metric metric, Bound bound, Thresholds.Limit limit) {
    return new Stated(metric, bound, limit);
  }

  Metric metric();

  Bound bound();

  /** What the limit is called: its key, or that it is the check's own. */
  String name();

  /** The limit, unless the thresholds have none. */
  Optional<Thresholds.Limit> limit(Thresholds thresholds);

  /** Whether it means nothing good where there is no limit. */
  boolean required();

  record ByKey(ThresholdKey key, boolean required) implements Criterion {
    @Override
    public Metric metric() {
      return key.metric();
    }

    @Override
    public Bound bound() {
      return key.bound();
    }

    @Override
    public String name() {
      return key.path();
    }

    @Override
    public Optional<Thresholds.Limit> limit(Thresholds thresholds) {
      return thresholds.limit(key);
    }
  }

  record Fixed(Metric metric, Bound bound, double value) implements Criterion {
    @Override
    public String name() {
      return metric.id();
    }

    @Override
    public Optional<Thresholds.Limit> limit(Thresholds thresholds) {
      return Optional.of(new Thresholds.Limit(value, "built in"));
    }

    @Override
    public boolean required() {
      return true;
    }
  }

  record Stated(Metric metric, Bound bound, Thresholds.Limit limit) implements Criterion {
    @Override
    public String name() {
      return metric.id();
    }

    @Override
    public Optional<Thresholds.Limit> limit(Thresholds thresholds) {
      return Optional.of(limit);
    }

    @Override
    public boolean required() {
      return true;
    }
  }
}
