package dev.harness.check.engine;

import static dev.harness.plan.threshold.ExecutionEngineLimits.CONCURRENT;

import dev.harness.measure.Figure;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.pace.Burst;
import dev.harness.plan.CheckId;
import dev.harness.plan.LoadProfile.Open;
import dev.harness.plan.Suite;
import dev.harness.plan.threshold.Bound;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.IsolationLog;
import dev.harness.run.Rig;
import dev.harness.run.drive.PhaseResult;
import dev.harness.user.ContextSystem;
import dev.harness.verdict.Criterion;
import java.util.List;

/** Many engines open at once, all for different users, and all at work. */
public final class ConcurrentEngines implements Check {
  private static final Metric SUCCESS =
      new Metric(
          "engine_success_rate", Unit.PERCENT, "engines opened, worked with and closed / due");

  private static final double LEAST_SUCCESS_PERCENT = 95;

  @Override
  public CheckId id() {
    return new CheckId(Suite.ENGINE, "concurrent-engines");
  }

  @Override
  public String load() {
    return "hundreds of engines at once, one a user, all at work";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(1, 1, 2);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.key(CONCURRENT),
        IsolationLog.NO_BREACH,
        Criterion.fixed(SUCCESS, Bound.AT_LEAST, LEAST_SUCCESS_PERCENT));
  }

  @Override
  public Findings run(Rig rig) {
    try (ContextSystem system = rig.targets().contexts()) {
      int users = rig.scaled(500, 1_000, 5_000);
      var load = new EngineLoad(rig, system, users);
      var atOnce = new Open(new Burst(users), users);
      PhaseResult opened = rig.drive(load.open(atOnce));
      // Who does not count them is believed that each that was opened is still open.
      int reached = system.openEngines().orElse((int) opened.counts().completed());
      PhaseResult worked = rig.drive(load.execute(atOnce));
      PhaseResult closed = rig.drive(load.close(atOnce));
      return Findings.NONE
          .with(CONCURRENT, Figure.of(reached))
          .with(SUCCESS, opened.plus(worked).plus(closed).success());
    }
  }
}
