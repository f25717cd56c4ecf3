package dev.harness.check.context;

import static dev.harness.plan.threshold.ContextCreationLimits.MEMORY_PER_CONTEXT;

import dev.harness.check.operation.HeldContexts;
import dev.harness.measure.Figure;
import dev.harness.metric.Unit;
import dev.harness.plan.CheckId;
import dev.harness.plan.Suite;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.user.ContextSystem;
import dev.harness.verdict.Criterion;
import java.util.List;

/** What a context weighs, by what the heap holds on to. */
public final class MemoryPerContext implements Check {
  private static final int STEP = 10_000;
  private static final int PASSES = 3;

  @Override
  public CheckId id() {
    return new CheckId(Suite.CONTEXT, "memory-per-context");
  }

  @Override
  public String load() {
    return "0 to 40,000 contexts kept alive, at five levels, three times";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(0, 2, 12);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(Criterion.key(MEMORY_PER_CONTEXT));
  }

  @Override
  public Findings run(Rig rig) {
    try (ContextSystem system = rig.targets().contexts()) {
      Figure bytes = new HeldContexts(system, rig.targets().ownJvm()).bytesPerContext(STEP, PASSES);
      return Findings.NONE.with(MEMORY_PER_CONTEXT, bytes.times(1 / Unit.BYTES_PER_KILOBYTE));
    }
  }
}
