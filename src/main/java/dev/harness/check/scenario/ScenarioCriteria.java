package dev.harness.check.scenario;

import dev.harness.metric.Metric;
import dev.harness.plan.MetricLimit;
import dev.harness.plan.WindowMetric.Rate;
import dev.harness.plan.scenario.Measured;
import dev.harness.plan.scenario.Plan;
import dev.harness.plan.scenario.Scenario;
import dev.harness.plan.threshold.Bound;
import dev.harness.plan.threshold.Thresholds.Limit;
import dev.harness.run.IsolationLog;
import dev.harness.run.RunRecord;
import dev.harness.verdict.Criterion;
import java.util.ArrayList;
import java.util.List;

/**
 * What a scenario is judged on: what its plan states, and two things in any case. Most iterations
 * must complete, or fast failures would pass for fast answers; and nobody may see what is
 * another's.
 */
final class ScenarioCriteria {
  static final String DEFAULT = "default";

  private ScenarioCriteria() {}

  static List<Criterion> of(Plan plan, Scenario scenario) {
    var criteria = new ArrayList<Criterion>();
    scenario.limits().forEach(l -> criteria.add(stated(LoadFigures.ofLoad(l.metric()), l, plan)));
    for (Measured step : scenario.measured()) {
      step.limits()
          .forEach(l -> criteria.add(stated(LoadFigures.ofStep(step.name(), l.metric()), l, plan)));
    }
    if (!limitsSuccess(scenario)) {
      criteria.add(
          Criterion.stated(
              LoadFigures.ofLoad(Rate.SUCCESS_RATE),
              Bound.AT_LEAST,
              new Limit(RunRecord.LEAST_SUCCESS_PERCENT, DEFAULT)));
    }
    if (scenario.sendsCanary(plan.users())) {
      criteria.add(IsolationLog.NO_BREACH);
    }
    return criteria;
  }

  /** Whether the plan lets more iterations fail than a run as a whole may have. */
  static boolean allowsMoreFailures(Scenario scenario) {
    double most = 100 - RunRecord.LEAST_SUCCESS_PERCENT;
    return scenario.limits().stream()
        .anyMatch(
            limit ->
                (limit.metric() == Rate.SUCCESS_RATE && 100 - limit.limit() > most)
                    || (limit.metric() == Rate.ERROR_RATE && limit.limit() > most));
  }

  private static boolean limitsSuccess(Scenario scenario) {
    return scenario.limits().stream()
        .map(MetricLimit::metric)
        .anyMatch(metric -> metric == Rate.SUCCESS_RATE || metric == Rate.ERROR_RATE);
  }

  private static Criterion stated(Metric metric, MetricLimit limit, Plan plan) {
    return Criterion.stated(metric, limit.bound(), new Limit(limit.limit(), plan.file()));
  }
}
