package dev.harness.check.scenario;

import dev.harness.check.process.WatchedProcess;
import dev.harness.check.process.WatchedProcesses;
import dev.harness.plan.CheckId;
import dev.harness.plan.Suite;
import dev.harness.plan.scenario.Plan;
import dev.harness.plan.scenario.Scenario;
import dev.harness.plan.scenario.Service;
import dev.harness.plan.threshold.ThresholdKey;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.IsolationLog;
import dev.harness.run.Rig;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.user.Canaries;
import dev.harness.verdict.Criterion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One scenario of a user's plan, or several that share a load, driven and judged like any other
 * check.
 */
public final class ScenarioCheck implements Check {
  private static final Duration START_AND_END = Duration.ofSeconds(2);
  private static final String MIX = "mix";

  private final Plan plan;
  private final String name;
  private final List<ScenarioPart> parts;
  private final List<Service> services;
  private final List<WatchedProcess> processes;
  private final boolean alerting;
  private final boolean isolationJudged;
  private final List<Criterion> criteria;

  private ScenarioCheck(
      Plan plan, String name, List<Scenario> scenarios, Optional<Set<ThresholdKey>> keys) {
    this.plan = plan;
    this.name = name;
    this.parts = scenarios.stream().map(scenario -> new ScenarioPart(plan, scenario)).toList();
    this.services = scenarios.stream().flatMap(one -> one.services().stream()).distinct().toList();
    boolean alone = plan.processes().size() == 1;
    this.processes =
        plan.processesOf(services).stream()
            .map(one -> new WatchedProcess(one, plan.file(), keys.orElse(Set.of()), alone))
            .toList();
    this.alerting = keys.isPresent();
    this.isolationJudged = scenarios.stream().anyMatch(one -> one.sendsCanary(plan.users()));
    Stream<Criterion> always = isolationJudged ? Stream.of(IsolationLog.NO_BREACH) : Stream.empty();
    this.criteria =
        Stream.of(
                parts.stream().flatMap(part -> part.criteria().stream()),
                processes.stream().flatMap(one -> one.criteria().stream()),
                always)
            .flatMap(Function.identity())
            .toList();
  }

  /**
   * One for each scenario of a plan, in its order; or one for all, where they share a load.
   *
   * @param keys that a thresholds file of the user's has a limit of, if there is one. Without it,
   *     nothing is alerted by: the rules and limits that come with the harness are about another
   *     service
   */
  public static List<Check> of(Plan plan, Optional<Set<ThresholdKey>> keys) {
    return plan.mixed()
        ? List.of(new ScenarioCheck(plan, MIX, plan.scenarios(), keys))
        : plan.scenarios().stream()
            .<Check>map(one -> new ScenarioCheck(plan, one.name(), List.of(one), keys))
            .toList();
  }

  @Override
  public CheckId id() {
    return new CheckId(Suite.PLAN, name);
  }

  @Override
  public String load() {
    return parts.stream()
        .map(part -> (plan.mixed() ? part.scenario().name() + " " : "") + part.scenario().words())
        .collect(Collectors.joining("; "));
  }

  @Override
  public Budget budget() {
    Duration longest = longest(scenario -> scenario.warmUp().plus(scenario.load().duration()));
    return Budget.ofPlan((int) longest.plus(START_AND_END).toSeconds());
  }

  private Duration longest(Function<Scenario, Duration> of) {
    return parts.stream()
        .map(part -> of.apply(part.scenario()))
        .max(Comparator.naturalOrder())
        .orElseThrow();
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
    return parts.stream().map(ScenarioPart::promises).anyMatch(Promises::allowMoreFailures);
  }

  @Override
  public Optional<String> broughtBy() {
    return Optional.of("--plan " + plan.file());
  }

  @Override
  public Findings run(Rig rig) {
    // Looks for what nobody could have seen are not to count.
    var uncounted = new IsolationLog(new Canaries(rig.users(1).runId()), rig.ticker());
    IsolationLog isolation = isolationJudged ? rig.isolation() : uncounted;
    try (var open = new OpenServices(services, rig.targets());
        var watched = new WatchedProcesses(processes, rig)) {
      List<Phase> warmUps =
          parts.stream().flatMap(part -> part.warmUp(rig, open, isolation).stream()).toList();
      if (!warmUps.isEmpty()) {
        rig.warmUpTogether(warmUps);
      }
      List<StepTallies> tallies =
          parts.stream().map(part -> new StepTallies(part.scenario())).toList();
      List<Phase> loads = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        loads.add(parts.get(i).load(rig, open, isolation, tallies.get(i)));
      }
      watched.begin(longest(scenario -> scenario.load().duration()));
      List<PhaseResult> results = rig.driveTogether(loads);
      Findings findings = Findings.NONE;
      for (int i = 0; i < parts.size(); i++) {
        findings = parts.get(i).addTo(findings, results.get(i), tallies.get(i));
      }
      return told(watched.addTo(findings));
    }
  }

  /** What nobody could have seen is not looked for, and that is told. */
  private Findings told(Findings findings) {
    boolean stated =
        parts.stream().anyMatch(part -> part.scenario().statesLimits())
            || processes.stream().anyMatch(one -> !one.criteria().isEmpty());
    Findings all =
        stated
            ? findings
            : findings.note("the plan states no threshold: judged by what holds in any case");
    return isolationJudged
        ? all
        : all.note("isolation was not judged: no request sends ${user.canary}");
  }
}
