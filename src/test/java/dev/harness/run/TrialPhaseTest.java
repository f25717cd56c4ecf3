package dev.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Counts;
import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.measure.Resolution;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.pace.Constant;
import dev.harness.plan.EnvironmentRequirements;
import dev.harness.plan.LoadProfile.Open;
import dev.harness.plan.Profile;
import dev.harness.plan.Ruleset;
import dev.harness.plan.TestConfiguration;
import dev.harness.plan.threshold.Bound;
import dev.harness.plan.threshold.Thresholds;
import dev.harness.random.Seed;
import dev.harness.run.drive.HandDrivenLoops;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.verdict.Criterion;
import dev.harness.verdict.Verdict;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** A load that the generator could not offer, driven as any other and driven as a trial. */
class TrialPhaseTest {
  private static final Metric MARK = new Metric("mark", Unit.COUNT, "a count");
  private static final Ruleset NO_RULES =
      new Ruleset(
          new Thresholds(Map.of()),
          List.of(),
          TestConfiguration.DEFAULT,
          EnvironmentRequirements.DEFAULT);

  private final HandDrivenLoops loops = HandDrivenLoops.runningAtOnce();

  @Test
  void spoilsTheCheckThatDrivesIt() {
    assertThat(driven(Rig::drive).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void isForTheCheckToJudgeWhereItIsATrial() {
    CheckResult result =
        driven(
            (rig, phase) -> {
              PhaseResult trial = rig.driveTrial(phase);
              assertThat(trial.fitness().spoiled())
                  .hasValueSatisfying(why -> assertThat(why).contains("dropped 9 of 10"));
            });

    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.phases().get(0).counts()).isEqualTo(new Counts(10, 1, 0, 0, 0, 0, 0, 9));
  }

  private CheckResult driven(BiConsumer<Rig, Phase> drive) {
    Check check =
        new FakeCheck(
            "a",
            Budget.seconds(1, 1, 1),
            List.of(Criterion.fixed(MARK, Bound.AT_MOST, 1)),
            rig -> {
              drive.accept(rig, unoffered(rig));
              return Findings.NONE.with(MARK, Figure.of(1));
            });
    var plan = new RunPlan("run-1", new Seed(1), Profile.QUICK, List.of(check), false, NO_RULES);
    return new Runner(
            new NoTargets(),
            loops.driver(),
            RunEvents.inline(loops.ticker),
            new Interruption(),
            loops.ticker)
        .run(plan, List.of(check))
        .results()
        .get(0);
  }

  /** The first of ten keeps the generator busy for 3 s: it comes too late to the others. */
  private Phase unoffered(Rig rig) {
    return new Phase(
        "too much",
        new Open(new Constant(10, Duration.ofSeconds(1)), 100),
        rig.users(3),
        Resolution.MICROSECONDS,
        Duration.ofSeconds(10),
        attempt -> {
          loops.ticker.advance(Duration.ofSeconds(3));
          return Future.succeededFuture(Outcome.COMPLETED);
        });
  }
}
