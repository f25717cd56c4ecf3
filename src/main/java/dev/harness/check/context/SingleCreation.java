package dev.harness.check.context;

import static dev.harness.plan.threshold.ContextCreationLimits.ERROR_RATE;
import static dev.harness.plan.threshold.ContextCreationLimits.SINGLE_CREATION;

import dev.harness.check.operation.InProcess;
import dev.harness.measure.Counts;
import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.measure.Resolution;
import dev.harness.plan.CheckId;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.Suite;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.run.drive.Attempt;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.user.ContextSystem;
import dev.harness.verdict.Criterion;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;

/** One validated context after another. */
public final class SingleCreation implements Check {

  @Override
  public CheckId id() {
    return new CheckId(Suite.CONTEXT, "single-creation");
  }

  @Override
  public String load() {
    return "one validated context after another";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(1, 2, 4);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(Criterion.key(SINGLE_CREATION), Criterion.key(ERROR_RATE));
  }

  @Override
  public Findings run(Rig rig) {
    try (ContextSystem system = rig.targets().contexts()) {
      rig.warmUp(creations(rig, system, rig.scaled(100_000, 200_000, 500_000)));
      PhaseResult result =
          rig.drive(creations(rig, system, rig.scaled(200_000, 500_000, 2_000_000)));
      Counts counts = result.counts();
      return Findings.NONE
          .with(SINGLE_CREATION, result.service().percentile(0.99))
          .with(ERROR_RATE, Figure.share(100 - counts.successPercent(), counts.due()));
    }
  }

  private static Phase creations(Rig rig, ContextSystem system, int count) {
    return new Phase(
        "creation",
        Closed.of(1, count),
        rig.users(1_000),
        Resolution.NANOSECONDS,
        Duration.ofSeconds(10),
        attempt -> create(system, attempt));
  }

  private static Future<Outcome> create(ContextSystem system, Attempt attempt) {
    InProcess.context(system, attempt);
    return InProcess.DONE;
  }
}
