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
 */
public record Promises(List<MetricLimit> limits, String origin) {
  private static final String DEFAULT = "default";

  public Promises {
    limits = List.copyOf(limits);
  }

  /** One criterion for each that is stated. */
  public List<Criterion> stated() {
    return limits.stream()
        .map(limit -> criterion(LoadFigures.ofLoad(limit.metric()), limit, origin))
        .toList();
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
                LoadFigures.ofLoad(Rate.SUCCESS_RATE),
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
    Findings findings = Findings.NONE;
    for (WindowMetric metric : told()) {
      findings = findings.with(LoadFigures.ofLoad(metric), LoadFigures.figure(metric, load));
    }
    return findings;
  }

  /** The metrics of those figures. */
  public List<Metric> metrics() {
    return told().stream().map(LoadFigures::ofLoad).toList();
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
