package dev.harness.run;

import dev.harness.plan.CheckId;
import dev.harness.plan.EnvironmentRequirements;
import dev.harness.plan.Profile;
import dev.harness.plan.Ruleset;
import dev.harness.plan.Suite;
import dev.harness.plan.TestConfiguration;
import dev.harness.plan.threshold.Thresholds;
import dev.harness.random.Seed;
import dev.harness.run.drive.InlineLoop;
import dev.harness.run.port.Targets;
import dev.harness.time.Ticker;
import dev.harness.verdict.Criterion;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A check that does what a test says. */
public record FakeCheck(
    String name,
    Budget budget,
    List<Criterion> criteria,
    Function<Rig, Findings> action,
    boolean alerting)
    implements Check {

  public FakeCheck(
      String name, Budget budget, List<Criterion> criteria, Function<Rig, Findings> action) {
    this(name, budget, criteria, action, false);
  }

  /** Runs it with nothing else, and without limits but its own, on the thread that asks. */
  public RunRecord runAlone(Ticker ticker) {
    return run(ticker, this);
  }

  /** The same with several, one after the other. */
  static RunRecord run(Ticker ticker, Check... checks) {
    return run(new NoTargets(), ticker, checks);
  }

  /** The same at other targets. */
  static RunRecord run(Targets targets, Ticker ticker, Check... checks) {
    var rules =
        new Ruleset(
            new Thresholds(Map.of()),
            List.of(),
            TestConfiguration.DEFAULT,
            EnvironmentRequirements.DEFAULT);
    var plan = new RunPlan("run-1", new Seed(1), Profile.QUICK, List.of(checks), false, rules);
    return new Runner(
            targets,
            InlineLoop.driver(ticker),
            RunEvents.inline(ticker),
            new Interruption(),
            ticker)
        .run(plan, plan.selected());
  }

  @Override
  public CheckId id() {
    return new CheckId(Suite.CONTEXT, name);
  }

  @Override
  public String load() {
    return "what a test says";
  }

  @Override
  public Findings run(Rig rig) {
    return action.apply(rig);
  }
}
