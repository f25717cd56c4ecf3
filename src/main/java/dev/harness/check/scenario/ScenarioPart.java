package dev.harness.check.scenario;

import dev.harness.measure.Distribution;
import dev.harness.measure.Resolution;
import dev.harness.plan.LoadProfile;
import dev.harness.plan.MetricLimit;
import dev.harness.plan.WindowMetric;
import dev.harness.plan.scenario.Measured;
import dev.harness.plan.scenario.Plan;
import dev.harness.plan.scenario.Scenario;
import dev.harness.plan.scenario.ScenarioLoad;
import dev.harness.run.Findings;
import dev.harness.run.IsolationLog;
import dev.harness.run.Rig;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.user.UserPopulation;
import dev.harness.verdict.Criterion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A scenario as a part of a check: its load, what it is judged on, and what it measures. Where it
 * shares a check with others, its metrics are called after it.
 */
final class ScenarioPart {
  private final Plan plan;
  private final Scenario scenario;
  private final Promises promises;

  ScenarioPart(Plan plan, Scenario scenario) {
    this.plan = plan;
    this.scenario = scenario;
    Optional<String> name = plan.mixed() ? Optional.of(scenario.name()) : Optional.empty();
    this.promises = new Promises(scenario.limits(), plan.file(), name);
  }

  Scenario scenario() {
    return scenario;
  }

  Promises promises() {
    return promises;
  }

  List<Criterion> criteria() {
    var criteria = new ArrayList<Criterion>(promises.stated());
    for (Measured step : scenario.measured()) {
      for (MetricLimit limit : step.limits()) {
        var metric = LoadFigures.of(called(step), limit.metric());
        criteria.add(Promises.criterion(metric, limit, plan.file()));
      }
    }
    promises.inAnyCase().ifPresent(criteria::add);
    return criteria;
  }

  /** Its load before anything is measured; none where the plan has none. */
  Optional<Phase> warmUp(Rig rig, OpenServices services, IsolationLog isolation) {
    return scenario.warmUp().isZero()
        ? Optional.empty()
        : Optional.of(
            phase(
                rig,
                scenario.load().warmUp(scenario.warmUp(), scenario.slots()),
                users(rig, "-warm-up"),
                services,
                isolation,
                new StepTallies(scenario)));
  }

  /** Its load that is measured. */
  Phase load(Rig rig, OpenServices services, IsolationLog isolation, StepTallies tallies) {
    ScenarioLoad load = scenario.load();
    String arrivals = plan.mixed() ? "arrivals of " + scenario.name() : "arrivals";
    return phase(
        rig,
        load.measured(scenario.slots(), rig.seed(arrivals)),
        users(rig, ""),
        services,
        isolation,
        tallies);
  }

  /** No two iterations of a run have the id of a request in common. */
  private UserPopulation users(Rig rig, String more) {
    return rig.users(plan.users().size()).withRequests("request-" + scenario.name() + more);
  }

  private Phase phase(
      Rig rig,
      LoadProfile load,
      UserPopulation users,
      OpenServices services,
      IsolationLog isolation,
      StepTallies tallies) {
    var cast = new Cast(plan.users(), users, isolation);
    var staging = new Staging(scenario, cast, services, isolation, rig.ticker());
    return new Phase(
        scenario.name(),
        load,
        users,
        Resolution.MICROSECONDS,
        scenario.timeout(),
        staging.iteration(tallies));
  }

  /** What its load came to, and its steps. */
  Findings addTo(Findings findings, PhaseResult load, StepTallies tallies) {
    Findings all = promises.addTo(findings, load);
    for (Measured step : scenario.measured()) {
      all = add(all, step, tallies.of(step));
    }
    return all;
  }

  /** Of the only step, what the load says is enough. */
  private Findings add(Findings findings, Measured step, StepTally tally) {
    Set<WindowMetric> metrics = new LinkedHashSet<>();
    if (scenario.measured().size() > 1) {
      metrics.addAll(LoadFigures.ALWAYS_OF_A_STEP);
    }
    step.limits().stream().map(MetricLimit::metric).forEach(metrics::add);
    Distribution times = tally.times();
    Findings all = findings;
    for (WindowMetric metric : metrics) {
      all =
          all.with(LoadFigures.of(called(step), metric), LoadFigures.figure(metric, tally, times));
    }
    return all;
  }

  private String called(Measured step) {
    return plan.mixed() ? scenario.name() + " " + step.name() : step.name();
  }
}
