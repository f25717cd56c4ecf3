package dev.harness.check.engine;

import static dev.harness.plan.threshold.ExecutionEngineLimits.CREATION;
import static dev.harness.plan.threshold.ExecutionEngineLimits.FACTORY_OVERHEAD;

import dev.harness.measure.Figure;
import dev.harness.plan.CheckId;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.Suite;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.run.drive.PhaseResult;
import dev.harness.user.ContextSystem;
import dev.harness.verdict.Criterion;
import java.util.List;

/** Engines one by one, through the factory and past it in turn. */
public final class Creation implements Check {
  private static final int USERS = 1_000;
  private static final int WARM_UP_ROUNDS = 10;

  @Override
  public CheckId id() {
    return new CheckId(Suite.ENGINE, "creation");
  }

  @Override
  public String load() {
    return "engines one by one, through the factory and past it in turn";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(1, 2, 6);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(Criterion.key(CREATION), Criterion.key(FACTORY_OVERHEAD));
  }

  @Override
  public Findings run(Rig rig) {
    try (ContextSystem system = rig.targets().contexts()) {
      var load = new EngineLoad(rig, system, USERS);
      var oneByOne = Closed.of(1, USERS);
      for (int i = 0; i < WARM_UP_ROUNDS; i++) {
        rig.warmUp(load.open(oneByOne));
        load.closeAll();
        rig.warmUp(load.construct(oneByOne));
        load.closeAll();
      }
      for (int i = 0; i < rig.scaled(10, 20, 100); i++) {
        rig.drive(load.open(oneByOne));
        load.closeAll();
        rig.drive(load.construct(oneByOne));
        load.closeAll();
      }
      Figure creation = p95(rig.result("open"));
      return Findings.NONE
          .with(CREATION, creation)
          .with(FACTORY_OVERHEAD, difference(creation, p95(rig.result("construct"))));
    }
  }

  private static Figure p95(PhaseResult rounds) {
    return rounds.service().percentile(0.95);
  }

  private static Figure difference(Figure factory, Figure bare) {
    return factory instanceof Figure.Measured with && bare instanceof Figure.Measured without
        ? Figure.of(Math.max(0, with.value() - without.value()), with.samples())
        : Figure.missing("too few engines were opened");
  }
}
