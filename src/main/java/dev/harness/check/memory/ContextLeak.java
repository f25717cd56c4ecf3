package dev.harness.check.memory;

import static dev.harness.plan.threshold.MemoryLimits.GROWTH;
import static dev.harness.plan.threshold.MemoryLimits.PERMANENT_LEAK;

import dev.harness.check.operation.EngineCycle;
import dev.harness.check.operation.InProcess;
import dev.harness.measure.Resolution;
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
import dev.harness.run.drive.Phase;
import dev.harness.run.port.JvmProcess;
import dev.harness.user.ContextSystem;
import dev.harness.verdict.Criterion;
import dev.harness.verdict.LiveSetGrowth;
import dev.harness.verdict.LiveSetTrend.Checkpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@link Leak} is for a service, for a system in this process. The heap is also the harness's
 * own here, so that there are many more requests between two looks at it.
 */
public final class ContextLeak implements Check {
  private static final Metric LEFT =
      new Metric("leak_engines_left", Unit.COUNT, "engines still open after the last request");

  private static final int PER_CHECKPOINT = 5_000;
  private static final int CONCURRENT = 16;
  private static final int USERS = 1_000;

  @Override
  public CheckId id() {
    return new CheckId(Suite.MEMORY, "leak");
  }

  @Override
  public String load() {
    return "contexts and engines for one request after another, with checkpoints of the live set";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(6, 9, 25);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.key(PERMANENT_LEAK),
        Criterion.key(GROWTH),
        Criterion.fixed(LEFT, Bound.AT_MOST, 0));
  }

  @Override
  public Findings run(Rig rig) {
    try (ContextSystem system = rig.targets().contexts();
        JvmProcess jvm = rig.targets().ownJvm()) {
      rig.warmUp(requests(rig, system));
      List<Checkpoint> checkpoints = new ArrayList<>();
      int count = rig.scaled(24, 40, 100);
      for (int i = 1; i <= count; i++) {
        rig.drive(requests(rig, system));
        checkpoints.add(new Checkpoint((long) i * PER_CHECKPOINT, jvm.bytes()));
      }
      var growth = new LiveSetGrowth(checkpoints);
      return Findings.NONE
          .with(PERMANENT_LEAK, growth.provedPerThousand().times(1 / Unit.BYTES_PER_KILOBYTE))
          .with(GROWTH, growth.perThousand().times(1 / Unit.BYTES_PER_MEGABYTE))
          .with(LEFT, InProcess.enginesLeft(system));
    }
  }

  private static Phase requests(Rig rig, ContextSystem system) {
    return new Phase(
        "requests",
        Closed.of(CONCURRENT, PER_CHECKPOINT),
        rig.users(USERS),
        Resolution.NANOSECONDS,
        Duration.ofSeconds(10),
        new EngineCycle(system, rig.isolation()));
  }
}
