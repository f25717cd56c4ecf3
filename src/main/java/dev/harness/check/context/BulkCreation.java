package dev.harness.check.context;

import static dev.harness.plan.threshold.ContextCreationLimits.BULK_CREATION;
import static dev.harness.plan.threshold.ContextCreationLimits.CREATION_RATE;
import static dev.harness.plan.threshold.ContextCreationLimits.MEMORY_DELTA;

import dev.harness.check.operation.HeldContexts;
import dev.harness.check.operation.InProcess;
import dev.harness.measure.Figure;
import dev.harness.measure.Resolution;
import dev.harness.metric.Unit;
import dev.harness.plan.CheckId;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.Suite;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.user.ContextSystem;
import dev.harness.verdict.Criterion;
import java.time.Duration;
import java.util.List;

/** Ten thousand contexts at a time, all kept alive. */
public final class BulkCreation implements Check {
  private static final int BULK = 10_000;

  @Override
  public CheckId id() {
    return new CheckId(Suite.CONTEXT, "bulk-creation");
  }

  @Override
  public String load() {
    return "10,000 contexts at a time, all kept alive";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(1, 3, 15);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.key(CREATION_RATE), Criterion.key(BULK_CREATION), Criterion.key(MEMORY_DELTA));
  }

  @Override
  public Findings run(Rig rig) {
    try (ContextSystem system = rig.targets().contexts()) {
      rig.warmUp(bulks(rig, system, 50));
      PhaseResult result = rig.drive(bulks(rig, system, rig.scaled(100, 200, 1_000)));
      Figure bytes =
          new HeldContexts(system, rig.targets().ownJvm())
              .bytesPerContext(BULK, rig.scaled(1, 3, 3));
      return Findings.NONE
          .with(CREATION_RATE, result.throughput().times(BULK))
          .with(BULK_CREATION, Figure.of(result.service().maxMillis(), result.counts().completed()))
          .with(MEMORY_DELTA, bytes.times(1_000 / Unit.BYTES_PER_MEGABYTE));
    }
  }

  private static Phase bulks(Rig rig, ContextSystem system, int count) {
    var held = new HeldContexts(system, rig.targets().ownJvm());
    return new Phase(
        "bulk",
        Closed.of(1, count),
        rig.users(1),
        Resolution.NANOSECONDS,
        Duration.ofSeconds(30),
        attempt -> {
          held.hold(BULK);
          return InProcess.DONE;
        });
  }
}
