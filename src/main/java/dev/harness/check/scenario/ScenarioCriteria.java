package dev.harness.check.scenario;

import dev.harness.metric.Metric;
import dev.harness.plan.MetricLimit;
import dev.harness.plan.scenario.Measured;
import dev.harness.plan.scenario.Plan;
import dev.harness.plan.scenario.Scenario;
import dev.harness.run.IsolationLog;
import dev.harness.verdict.Criterion;
import java.util.ArrayList;
import java.util.List;

/**
 * What a scenario is judged on: what its plan promises of the load and of its requests, and that
 * nobody sees what is another's.
 */
final class ScenarioCriteria {
  private ScenarioCriteria() {}

  static List<Criterion> of(Plan plan, Scenario scenario, Promises promises) {
    var criteria = new ArrayList<Criterion>(promises.stated());
    for (Measured step : scenario.measured()) {
      for (MetricLimit limit : step.limits()) {
        Metric metric = LoadFigures.ofStep(step.name(), limit.metric());
        criteria.add(Promises.criterion(metric, limit, plan.file()));
      }
    }
    promises.inAnyCase().ifPresent(criteria::add);
    if (scenario.sendsCanary(plan.users())) {
      criteria.add(IsolationLog.NO_BREACH);
    }
    return criteria;
  }
}
