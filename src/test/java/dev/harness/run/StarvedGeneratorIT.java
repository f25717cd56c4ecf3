package dev.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.host.HostStrain;
import dev.harness.host.OshiProbe;
import dev.harness.measure.Resolution;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.pace.Constant;
import dev.harness.plan.EnvironmentRequirements;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.LoadProfile.Open;
import dev.harness.plan.Profile;
import dev.harness.plan.Ruleset;
import dev.harness.plan.TestConfiguration;
import dev.harness.plan.threshold.Bound;
import dev.harness.plan.threshold.Thresholds;
import dev.harness.random.Seed;
import dev.harness.run.drive.Operation;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.StrainProbe;
import dev.harness.testing.Alone;
import dev.harness.testing.Generator;
import dev.harness.testing.peer.HttpPeer;
import dev.harness.verdict.Criterion;
import dev.harness.verdict.Judgement;
import dev.harness.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A generator that does not get to work must not be taken for a slow target, nor for one that bears
 * a load which was never offered. The peer is well all the time, and answers at once.
 */
@Alone
class StarvedGeneratorIT {
  private static final Metric P95 =
      new Metric("p95", Unit.MILLISECONDS, "P95 of response time (done - intended)");
  private static final Metric SUCCESS = new Metric("success", Unit.PERCENT, "completed / due");
  private static final Criterion QUICK = Criterion.fixed(P95, Bound.AT_MOST, 50);
  private static final Criterion ALL = Criterion.fixed(SUCCESS, Bound.AT_LEAST, 90);

  private static final Ruleset RULES =
      new Ruleset(
          new Thresholds(Map.of()),
          List.of(),
          TestConfiguration.DEFAULT,
          EnvironmentRequirements.DEFAULT);

  /** So few that a stall of the generator fills them, and what is due waits for one. */
  private static final int FEW = 4;

  private static final int PER_SECOND = 1_000;
  private static final Duration DURATION = Duration.ofSeconds(3);

  /** Its loop is held up for 300 ms, again and again: all is sent, some of it late. */
  @Test
  void aLoopThatIsHeldUpAgainAndAgainIsNotTheTargetsFault() {
    Judgement[] judgements =
        judge(
            (generator, operation) ->
                holdUpEvery(250, Duration.ofMillis(300), generator, operation));

    assertThat(judgements[0].verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgements[0].reason()).contains("the generator, not the target");
  }

  /**
   * Its loop stands still for longer than anything may be late: part of the load is never offered.
   */
  @Test
  void aLoadThatWasNotOfferedIsNeverBorne() {
    Judgement[] judgements =
        judge(
            (generator, operation) ->
                holdUpEvery(1_000, Duration.ofMillis(1_800), generator, operation));

    for (Judgement judgement : judgements) {
      assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
      assertThat(judgement.reason()).contains("not offered");
    }
  }

  /**
   * Each request costs it 2 ms of work where there is only 1: it runs all the time, and never lags.
   */
  @Test
  void aLoopWithoutTimeLeftIsNotTheTargetsFault() {
    Judgement[] judgements =
        judge((generator, operation) -> holdUpEvery(1, Duration.ofMillis(2), generator, operation));

    assertThat(judgements[0].verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgements[0].reason()).contains("the generator, not the target");
  }

  /**
   * The control: the same load and nothing in its way. A busy machine may spoil it, as it should.
   */
  @Test
  void aGeneratorThatGetsToWorkBlamesNobody() {
    Judgement[] judgements = judge((generator, operation) -> operation);

    assertThat(judgements[0].verdict()).isIn(Verdict.PASS, Verdict.INCONCLUSIVE);
    assertThat(judgements[1].verdict()).isIn(Verdict.PASS, Verdict.INCONCLUSIVE);
  }

  private interface Starvation {
    Operation of(Generator generator, Operation operation);
  }

  /** Spins on the event loop with one in so many operations, as somebody's bad code would. */
  private static Operation holdUpEvery(
      int operations, Duration time, Generator generator, Operation operation) {
    return attempt -> {
      if (attempt.index() % operations == operations - 1) {
        long end = generator.ticker.nanoTime() + time.toNanos();
        while (generator.ticker.nanoTime() < end) {
          Thread.onSpinWait();
        }
      }
      return operation.fire(attempt);
    };
  }

  private static Judgement[] judge(Starvation starvation) {
    try (HttpPeer peer = HttpPeer.thatAnswersAtOnce();
        Generator generator = new Generator(peer.port(), FEW);
        RunEvents events = RunEvents.onOwnThreads(generator.ticker)) {
      Operation get = generator.get("/");
      generator.drive(Closed.of(FEW, 10_000), get);
      Operation starved = starvation.of(generator, get);
      Check check =
          new FakeCheck(
              "starved",
              Budget.seconds(1, 1, 1),
              List.of(QUICK, ALL),
              rig -> {
                PhaseResult result = rig.drive(phase(rig, starved));
                return Findings.NONE
                    .with(P95, result.response().percentile(0.95))
                    .with(SUCCESS, result.success());
              });
      var plan = new RunPlan("run-1", new Seed(1), Profile.QUICK, List.of(check), false, RULES);
      RunRecord record =
          new Runner(
                  new SeenStrain(), generator.driver, events, new Interruption(), generator.ticker)
              .run(plan, List.of(check));
      return record.results().get(0).judgements().toArray(Judgement[]::new);
    }
  }

  private static Phase phase(Rig rig, Operation operation) {
    return new Phase(
        "starved",
        new Open(new Constant(PER_SECOND, DURATION), FEW),
        rig.users(10),
        Resolution.MICROSECONDS,
        Duration.ofSeconds(10),
        operation);
  }

  /** Nothing to hit but what the test brings, and the real eye on what the generator is under. */
  private static final class SeenStrain extends NoTargets {
    private final StrainProbe strain = new HostStrain(new OshiProbe());

    @Override
    public StrainProbe strain() {
      return strain;
    }
  }
}
