package dev.harness.check.scenario;

import dev.harness.measure.Resolution;
import dev.harness.plan.CheckId;
import dev.harness.plan.LoadProfile;
import dev.harness.plan.Suite;
import dev.harness.plan.scenario.Plan;
import dev.harness.plan.scenario.Scenario;
import dev.harness.plan.scenario.ScenarioLoad;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.IsolationLog;
import dev.harness.run.Rig;
import dev.harness.run.drive.Operation;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.user.Canaries;
import dev.harness.user.UserPopulation;
import dev.harness.verdict.Criterion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One scenario of a user's plan, driven and judged like any other check. */
public final class ScenarioCheck implements Check {
  private static final Duration START_AND_END = Duration.ofSeconds(2);

  private final Plan plan;
  private final Scenario scenario;
  private final boolean alerting;
  private final Promises promises;
  private final List<Criterion> criteria;

  private ScenarioCheck(Plan plan, Scenario scenario, boolean alerting) {
    this.plan = plan;
    this.scenario = scenario;
    this.alerting = alerting;
    this.promises = new Promises(scenario.limits(), plan.file());
    this.criteria = ScenarioCriteria.of(plan, scenario, promises);
  }

  /**
   * One for each scenario of a plan, in its order.
   *
   * @param alerting whether the user gave rules to alert by: those that come with the harness are
   *     about another service
   */
  public static List<Check> of(Plan plan, boolean alerting) {
    return plan.scenarios().stream()
        .<Check>map(scenario -> new ScenarioCheck(plan, scenario, alerting))
        .toList();
  }

  @Override
  public CheckId id() {
    return new CheckId(Suite.PLAN, scenario.name());
  }

  @Override
  public String load() {
    return scenario.words();
  }

  @Override
  public Budget budget() {
    Duration time = scenario.warmUp().plus(scenario.load().duration()).plus(START_AND_END);
    int seconds = (int) time.toSeconds();
    return Budget.ofPlan(seconds);
  }

  @Override
  public List<Criterion> criteria() {
    return criteria;
  }

  @Override
  public boolean alerting() {
    return alerting;
  }

  /** Where the plan is content with less than a run as a whole is, its own limit decides. */
  @Override
  public boolean overloads() {
    return promises.allowMoreFailures();
  }

  @Override
  public Optional<String> broughtBy() {
    return Optional.of("--plan " + plan.file());
  }

  @Override
  public Findings run(Rig rig) {
    UserPopulation population = rig.users(plan.users().size());
    boolean judged = scenario.sendsCanary(plan.users());
    // Looks for what nobody could have seen are not to count.
    var uncounted = new IsolationLog(new Canaries(population.runId()), rig.ticker());
    IsolationLog isolation = judged ? rig.isolation() : uncounted;
    var cast = new Cast(plan.users(), population, isolation);
    try (var services = new OpenServices(scenario.services(), rig.targets())) {
      var staging = new Staging(scenario, cast, services, isolation, rig.ticker());
      warmUp(rig, staging, cast);
      var tallies = new StepTallies(scenario);
      LoadProfile load = scenario.load().measured(scenario.slots(), rig.seed("arrivals"));
      PhaseResult result = rig.drive(phase(load, cast, staging.iteration(tallies)));
      return told(tallies.addTo(promises.figures(result)));
    }
  }

  private void warmUp(Rig rig, Staging staging, Cast cast) {
    ScenarioLoad load = scenario.load();
    if (!scenario.warmUp().isZero()) {
      rig.warmUp(
          phase(
              load.warmUp(scenario.warmUp(), scenario.slots()),
              cast,
              staging.iteration(new StepTallies(scenario))));
    }
  }

  private Phase phase(LoadProfile load, Cast cast, Operation iteration) {
    return new Phase(
        scenario.name(),
        load,
        cast.population(),
        Resolution.MICROSECONDS,
        scenario.timeout(),
        iteration);
  }

  /** What nobody could have seen is not looked for, and that is told. */
  private Findings told(Findings findings) {
    Findings all =
        scenario.statesLimits()
            ? findings
            : findings.note("the plan states no threshold: judged by what holds in any case");
    return scenario.sendsCanary(plan.users())
        ? all
        : all.note("isolation was not judged: no request sends ${user.canary}");
  }
}
