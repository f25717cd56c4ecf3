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
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.user.ContextSystem;
import dev.harness.verdict.Criterion;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

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
      Phase open = load.open(oneByOne);
      Optional<Phase> construct = load.construct(oneByOne);
      List<Phase> inTurn = Stream.concat(Stream.of(open), construct.stream()).toList();
      inTurns(WARM_UP_ROUNDS, inTurn, load, rig::warmUp);
      inTurns(rig.scaled(10, 20, 100), inTurn, load, rig::drive);
      Figure creation = p95(rig.result(open.name()));
      return Findings.NONE
          .with(CREATION, creation)
          .with(
              FACTORY_OVERHEAD,
              construct
                  .map(bare -> difference(creation, p95(rig.result(bare.name()))))
                  .orElseGet(() -> Figure.notOffered(onlyByFactory(system))));
    }
  }

  private static void inTurns(
      int rounds, List<Phase> phases, EngineLoad load, Consumer<Phase> driving) {
    for (int i = 0; i < rounds; i++) {
      for (Phase phase : phases) {
        driving.accept(phase);
        load.closeAll();
      }
    }
  }

  private static String onlyByFactory(ContextSystem system) {
    return system.name() + " constructs no engine past its factory";
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
