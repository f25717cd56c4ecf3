package dev.harness.check.scenario;

import dev.harness.metric.Metric;
import dev.harness.plan.MetricLimit;
import dev.harness.plan.WindowMetric;
import dev.harness.plan.WindowMetric.Rate;
import dev.harness.plan.threshold.Bound;
import dev.harness.plan.threshold.Thresholds.Limit;
import dev.harness.run.Findings;
import dev.harness.run.RunRecord;
import dev.harness.run.drive.PhaseResult;
import dev.harness.verdict.Criterion;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody promises of a whole load. That most operations complete is promised in any case, or
 * fast failures would pass for fast answers.
 *
 * @param origin where they are written, as a file
 * @param name what the load is called, where a check has others beside it
 */
public record Promises(List<MetricLimit> limits, String origin, Optional<String> name) {
  private static final String DEFAULT = "default";

  public Promises {
    limits = List.copyOf(limits);
  }

  /** Those of the only load of a check. */
  public Promises(List<MetricLimit> limits, String origin) {
    this(limits, origin, Optional.empty());
  }

  /** One criterion for each that is stated. */
  public List<Criterion> stated() {
    return limits.stream().map(limit -> criterion(metric(limit.metric()), limit, origin)).toList();
  }

  /** What holds beside them, unless one of them speaks of that itself. */
  public Optional<Criterion> inAnyCase() {
    boolean spoken =
        limits.stream()
            .map(MetricLimit::metric)
            .anyMatch(metric -> metric == Rate.SUCCESS_RATE || metric == Rate.ERROR_RATE);
    return spoken
        ? Optional.empty()
        : Optional.of(
            Criterion.stated(
                metric(Rate.SUCCESS_RATE),
                Bound.AT_LEAST,
                new Limit(RunRecord.LEAST_SUCCESS_PERCENT, DEFAULT)));
  }

  /** Whether more operations may fail than a run as a whole may have. */
  public boolean allowMoreFailures() {
    double most = 100 - RunRecord.LEAST_SUCCESS_PERCENT;
    return limits.stream()
        .anyMatch(
            limit ->
                (limit.metric() == Rate.SUCCESS_RATE && 100 - limit.limit() > most)
                    || (limit.metric() == Rate.ERROR_RATE && limit.limit() > most));
  }

  /** The figures that they are held against, and those that are told of each load. */
  public Findings figures(PhaseResult load) {
    return addTo(Findings.NONE, load);
  }

  /** The same with those of others. */
  Findings addTo(Findings others, PhaseResult load) {
    Findings findings = others;
    for (WindowMetric metric : told()) {
      findings = findings.with(metric(metric), LoadFigures.figure(metric, load));
    }
    return findings;
  }

  /** The metrics of those figures. */
  public List<Metric> metrics() {
    return told().stream().map(this::metric).toList();
  }

  private Metric metric(WindowMetric metric) {
    return name.map(own -> LoadFigures.of(own, metric)).orElseGet(() -> LoadFigures.ofLoad(metric));
  }

  private Set<WindowMetric> told() {
    Set<WindowMetric> metrics = new LinkedHashSet<>(LoadFigures.ALWAYS);
    limits.stream().map(MetricLimit::metric).forEach(metrics::add);
    return metrics;
  }

  static Criterion criterion(Metric metric, MetricLimit limit, String origin) {
    return Criterion.stated(metric, limit.bound(), new Limit(limit.limit(), origin));
  }
}
