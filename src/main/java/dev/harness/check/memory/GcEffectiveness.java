package dev.harness.check.memory;

import static dev.harness.plan.threshold.MemoryLimits.GC_EFFECTIVENESS;
import static dev.harness.plan.threshold.MemoryLimits.RECOVERY;

import dev.harness.check.operation.HeldContexts;
import dev.harness.measure.Figure;
import dev.harness.plan.CheckId;
import dev.harness.plan.Suite;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.run.port.JvmProcess;
import dev.harness.user.ContextSystem;
import dev.harness.verdict.Criterion;
import dev.harness.verdict.Reclaimed;
import java.util.ArrayList;
import java.util.List;

/** Contexts allocated, released and collected: how much of the memory comes back. */
public final class GcEffectiveness implements Check {
  /** Some sixty megabytes: well above what comes and goes by itself. */
  private static final int CONTEXTS = 200_000;

  @Override
  public CheckId id() {
    return new CheckId(Suite.MEMORY, "gc-effectiveness");
  }

  @Override
  public String load() {
    return "200,000 contexts allocated, released and collected, again and again";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(0, 2, 15);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(Criterion.key(GC_EFFECTIVENESS), Criterion.key(RECOVERY));
  }

  @Override
  public Findings run(Rig rig) {
    try (ContextSystem system = rig.targets().contexts();
        JvmProcess jvm = rig.targets().ownJvm()) {
      var held = new HeldContexts(system, jvm);
      var rounds = new ArrayList<Reclaimed>();
      for (int i = 0; i < rig.scaled(3, 5, 9); i++) {
        Figure before = jvm.bytes();
        held.hold(CONTEXTS);
        Figure peakUsed = jvm.usedBytes();
        Figure peakLive = jvm.bytes();
        held.hold(0);
        rounds.add(new Reclaimed(before, peakUsed, peakLive, jvm.bytes()));
      }
      return Findings.NONE
          .with(GC_EFFECTIVENESS, Reclaimed.medianEffectiveness(rounds))
          .with(RECOVERY, Reclaimed.medianRecovery(rounds));
    }
  }
}
