package dev.harness.check.engine;

import static dev.harness.plan.threshold.ExecutionEngineLimits.MEMORY_PER_ENGINE;

import dev.harness.check.operation.InProcess;
import dev.harness.measure.Figure;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.plan.CheckId;
import dev.harness.plan.Suite;
import dev.harness.plan.threshold.Bound;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.run.port.LiveSet;
import dev.harness.user.ContextSystem;
import dev.harness.user.ContextSystem.Engine;
import dev.harness.verdict.Criterion;
import dev.harness.verdict.LiveSetTrend;
import dev.harness.verdict.LiveSetTrend.Checkpoint;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Engines created, held and closed again: what each weighs, and that nothing of them stays. */
public final class LifecycleMemory implements Check {
  private static final Metric LEFT =
      new Metric("lifecycle_engines_left", Unit.COUNT, "engines open after all were closed");
  private static final Metric KEPT =
      new Metric(
          "lifecycle_memory_kept",
          Unit.PERCENT,
          "(live set after closing - before opening) / (with all open - before opening)");

  private static final int LEVELS = 5;
  private static final int STEP = 4_000;
  private static final int PASSES = 3;
  private static final double MOST_KEPT_PERCENT = 10;

  @Override
  public CheckId id() {
    return new CheckId(Suite.ENGINE, "lifecycle-memory");
  }

  @Override
  public String load() {
    return "0 to 16,000 engines open at once, at five levels, three times";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(0, 2, 13);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.key(MEMORY_PER_ENGINE),
        Criterion.fixed(LEFT, Bound.AT_MOST, 0),
        Criterion.fixed(KEPT, Bound.AT_MOST, MOST_KEPT_PERCENT));
  }

  @Override
  public Findings run(Rig rig) {
    LiveSet liveSet = rig.targets().ownJvm();
    var checkpoints = new ArrayList<Checkpoint>();
    try (ContextSystem system = rig.targets().contexts()) {
      for (int i = 0; i < LEVELS * PASSES; i++) {
        List<Engine> engines = open(rig, system, i % LEVELS * STEP);
        Figure live = liveSet.bytes();
        close(rig, engines);
        if (live instanceof Figure.Missing) {
          return Findings.NONE.with(MEMORY_PER_ENGINE, live).with(KEPT, live);
        }
        checkpoints.add(new Checkpoint(engines.size(), live));
      }
      Figure without = checkpoints.get(0).live();
      Figure with = checkpoints.get(LEVELS - 1).live();
      return Findings.NONE
          .with(
              MEMORY_PER_ENGINE,
              new LiveSetTrend(checkpoints).perOne().times(1 / Unit.BYTES_PER_MEGABYTE))
          .with(LEFT, InProcess.enginesLeft(system))
          .with(KEPT, kept(without, with, liveSet.bytes()));
    }
  }

  private static Figure kept(Figure before, Figure with, Figure after) {
    return after instanceof Figure.Measured live
        ? Figure.of(100 * (live.value() - bytes(before)) / (bytes(with) - bytes(before)))
        : after;
  }

  private static double bytes(Figure live) {
    return ((Figure.Measured) live).value();
  }

  private static List<Engine> open(Rig rig, ContextSystem system, int count) {
    var engines = new ArrayList<Engine>(count);
    for (int i = 0; i < count; i++) {
      Object context = system.createContext("user-" + i, "thread-" + i, "run-" + i, "request-" + i);
      engines.add(await(rig, () -> system.openEngine(context), "opening an engine"));
    }
    return engines;
  }

  private static void close(Rig rig, List<Engine> engines) {
    engines.forEach(engine -> await(rig, engine::close, "closing an engine"));
  }

  private static <T> T await(Rig rig, Supplier<Uni<T>> step, String what) {
    return rig.await(InProcess.future(Uni.createFrom().deferred(step::get)), what);
  }
}
