package dev.harness.check.engine;

import static dev.harness.plan.threshold.ExecutionEngineLimits.CLEANUP;

import dev.harness.check.operation.InProcess;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.plan.CheckId;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.Suite;
import dev.harness.plan.threshold.Bound;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.user.ContextSystem;
import dev.harness.verdict.Criterion;
import java.util.List;

/** Engines closed one by one; none may stay behind. */
public final class Cleanup implements Check {
  private static final Metric LEFT =
      new Metric("engines_left", Unit.COUNT, "engines still open after all were closed");

  private static final int USERS = 1_000;
  private static final int WARM_UP_ROUNDS = 10;

  @Override
  public CheckId id() {
    return new CheckId(Suite.ENGINE, "cleanup");
  }

  @Override
  public String load() {
    return "engines closed one by one";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(1, 2, 6);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(Criterion.key(CLEANUP), Criterion.fixed(LEFT, Bound.AT_MOST, 0));
  }

  @Override
  public Findings run(Rig rig) {
    try (ContextSystem system = rig.targets().contexts()) {
      var load = new EngineLoad(rig, system, USERS);
      var oneByOne = Closed.of(1, USERS);
      for (int i = 0; i < WARM_UP_ROUNDS; i++) {
        rig.warmUp(load.open(oneByOne));
        rig.warmUp(load.close(oneByOne));
      }
      for (int i = 0; i < rig.scaled(10, 20, 100); i++) {
        rig.warmUp(load.open(oneByOne));
        rig.drive(load.close(oneByOne));
      }
      return Findings.NONE
          .with(CLEANUP, rig.result("close").service().percentile(0.95))
          .with(LEFT, InProcess.enginesLeft(system));
    }
  }
}
