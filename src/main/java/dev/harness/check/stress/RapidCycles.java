package dev.harness.check.stress;

import dev.harness.check.operation.EngineCycle;
import dev.harness.check.operation.InProcess;
import dev.harness.measure.Figure;
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
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.LiveSet;
import dev.harness.user.ContextSystem;
import dev.harness.verdict.Criterion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Contexts and engines created, used and destroyed in quick succession. */
public final class RapidCycles implements Check {
  private static final Metric SUCCESS =
      new Metric("cycle_success_rate", Unit.PERCENT, "cycles completed / due");
  private static final Metric RATE =
      new Metric("cycle_rate", Unit.PER_SECOND, "cycles completed per second");
  private static final Metric GROWTH =
      new Metric(
          "cycle_memory_growth",
          Unit.MEGABYTES,
          "highest live set at a checkpoint - live set before the first cycle");
  private static final Metric LEFT =
      new Metric("cycle_engines_left", Unit.COUNT, "engines still open after the last cycle");

  private static final double LEAST_SUCCESS_PERCENT = 95;
  private static final double LEAST_PER_SECOND = 20;
  private static final double MOST_GROWTH_MEGABYTES = 20;

  @Override
  public CheckId id() {
    return new CheckId(Suite.STRESS, "rapid-cycles");
  }

  @Override
  public String load() {
    return "contexts and engines created, used and destroyed one after another";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(2, 3, 45);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.fixed(RATE, Bound.AT_LEAST, LEAST_PER_SECOND),
        Criterion.fixed(SUCCESS, Bound.AT_LEAST, LEAST_SUCCESS_PERCENT),
        Criterion.fixed(GROWTH, Bound.AT_MOST, MOST_GROWTH_MEGABYTES),
        Criterion.fixed(LEFT, Bound.AT_MOST, 0));
  }

  @Override
  public Findings run(Rig rig) {
    LiveSet liveSet = rig.targets().ownJvm();
    try (ContextSystem system = rig.targets().contexts()) {
      int perCheckpoint = rig.configuration().gcForceFrequency();
      int checkpoints = Math.max(2, rig.scaled(200, 200, 1_000) / perCheckpoint);
      Figure before = liveSet.bytes();
      var live = new ArrayList<Figure>();
      while (live.size() < checkpoints) {
        rig.drive(cycles(rig, system, perCheckpoint));
        live.add(liveSet.bytes());
      }
      PhaseResult all = rig.result("cycle");
      return Findings.NONE
          .with(SUCCESS, all.success())
          .with(RATE, all.throughput())
          .with(GROWTH, growth(before, live))
          .with(LEFT, InProcess.enginesLeft(system));
    }
  }

  private static Phase cycles(Rig rig, ContextSystem system, int count) {
    return new Phase(
        "cycle",
        Closed.of(1, count),
        rig.users(count),
        Resolution.NANOSECONDS,
        Duration.ofSeconds(10),
        new EngineCycle(system, rig.isolation()));
  }

  private static Figure growth(Figure before, List<Figure> live) {
    double first = 0;
    double highest = 0;
    for (Figure figure : live) {
      if (!(before instanceof Figure.Measured start && figure instanceof Figure.Measured now)) {
        return before instanceof Figure.Missing ? before : figure;
      }
      first = start.value();
      highest = Math.max(highest, now.value());
    }
    return Figure.of((highest - first) / Unit.BYTES_PER_MEGABYTE, live.size());
  }
}
