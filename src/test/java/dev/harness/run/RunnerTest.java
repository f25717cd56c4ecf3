package dev.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Counts;
import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.measure.Resolution;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.plan.AlertRule;
import dev.harness.plan.AlertRule.Severity;
import dev.harness.plan.EnvironmentRequirements;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.Profile;
import dev.harness.plan.Ruleset;
import dev.harness.plan.TestConfiguration;
import dev.harness.plan.threshold.DatabaseLimits;
import dev.harness.plan.threshold.ThresholdKey;
import dev.harness.plan.threshold.Thresholds;
import dev.harness.plan.threshold.Thresholds.Limit;
import dev.harness.random.Seed;
import dev.harness.run.drive.InlineLoop;
import dev.harness.run.drive.Operation;
import dev.harness.run.drive.Phase;
import dev.harness.time.ManualTicker;
import dev.harness.verdict.Criterion;
import dev.harness.verdict.ExitCode;
import dev.harness.verdict.Verdict;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RunnerTest {
  private static final ThresholdKey QUERY = DatabaseLimits.QUERY;
  private static final Budget EVERYWHERE = Budget.seconds(1, 2, 3);
  private static final Budget ONLY_FULL = Budget.seconds(0, 0, 3);
  private static final Ruleset RULES =
      new Ruleset(
          new Thresholds(
              Map.of(QUERY, new Limit(100, "mine"), DatabaseLimits.REUSE, new Limit(90, "mine"))),
          List.of(),
          TestConfiguration.DEFAULT,
          EnvironmentRequirements.DEFAULT);

  private final ManualTicker ticker = new ManualTicker();
  private final Interruption interruption = new Interruption();
  private final List<RunEvent> events = new CopyOnWriteArrayList<>();
  private final List<String> ran = new ArrayList<>();

  @Test
  void runsChecksInTheOrderOfThePlan() {
    RunRecord record = run(plan(measuring("b", 1), measuring("a", 2), measuring("c", 3)));

    assertThat(ran).containsExactly("b", "a", "c");
    assertThat(record.verdict()).isEqualTo(Verdict.PASS);
    assertThat(record.exitCode()).isEqualTo(ExitCode.PASSED);
    assertThat(record.facts()).containsEntry("fact", "known");
  }

  @Test
  void tellsWhatHappensAsItHappens() {
    run(plan(measuring("a", 1)));

    assertThat(events)
        .filteredOn(event -> !(event instanceof RunEvent.Sampled))
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly(
            "RunStarted",
            "FactsFound",
            "CheckStarted",
            "CheckEnded",
            "FactsFound",
            "FactsFound",
            "RunEnded");
  }

  @Test
  void oneBreachFailsTheRun() {
    RunRecord record = run(plan(measuring("a", 1), measuring("b", 101), measuring("c", 1)));

    assertThat(record.results())
        .extracting(CheckResult::verdict)
        .containsExactly(Verdict.PASS, Verdict.BREACH, Verdict.PASS);
    assertThat(record.exitCode()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void aCheckThatJudgesNothingDoesNotPass() {
    RunRecord record = run(plan(check("a", EVERYWHERE, List.of(), rig -> Findings.NONE)));

    assertThat(record.verdict()).isEqualTo(Verdict.NO_DATA);
    assertThat(record.exitCode()).isEqualTo(ExitCode.INCONCLUSIVE);
  }

  @Test
  void leavesOutWhatIsNotInTheProfile() {
    RunPlan plan = plan(measuring("a", 1), scaled("b", ONLY_FULL));

    run(plan);

    assertThat(ran).containsExactly("a");
    assertThat(plan.left()).extracting(c -> c.id().name()).containsExactly("b");
  }

  @Test
  void runsWhatWasNamedAtItsSmallestScaleWhereItIsNotInTheProfile() {
    var scales = new ArrayList<Integer>();
    Function<Rig, Findings> scale =
        rig -> {
          scales.add(rig.scaled(1, 2, 3));
          return Findings.NONE;
        };
    var named =
        new RunPlan(
            "run-1",
            new Seed(1),
            Profile.STANDARD,
            List.of(
                check("outside", ONLY_FULL, List.of(), scale),
                check("inside", EVERYWHERE, List.of(), scale)),
            true,
            RULES);

    run(named);

    assertThat(scales).containsExactly(1, 2);
  }

  @Test
  void anUnreachableTargetIsAnErrorAndTheRunGoesOn() {
    RunRecord record =
        run(
            plan(
                check(
                    "a",
                    EVERYWHERE,
                    List.of(),
                    rig -> {
                      rig.targets().service();
                      return Findings.NONE;
                    }),
                measuring("b", 1)));

    CheckResult.Trouble trouble = record.results().get(0).trouble().orElseThrow();
    assertThat(trouble.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(trouble.reason()).isEqualTo("there is no service");
    assertThat(trouble.unforeseen()).isEmpty();
    assertThat(record.results().get(1).verdict()).isEqualTo(Verdict.PASS);
    assertThat(record.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
  }

  @Test
  void whatNobodyThoughtOfIsAnErrorOfOurs() {
    var bug = new IllegalStateException("a bug");

    RunRecord record = run(plan(failing(bug), measuring("b", 1)));

    CheckResult.Trouble trouble = record.results().get(0).trouble().orElseThrow();
    assertThat(trouble.unforeseen()).contains(bug);
    assertThat(ran).containsExactly("b");
    assertThat(record.exitCode()).isEqualTo(ExitCode.INTERNAL);
  }

  @Test
  void aStepThatFailsAtTheTargetIsNamed() {
    RunRecord record =
        run(
            plan(
                check(
                    "a",
                    EVERYWHERE,
                    List.of(),
                    rig -> rig.await(Future.failedFuture("no room"), "opening streams"))));

    assertThat(record.results().get(0).trouble().orElseThrow().reason())
        .isEqualTo("opening streams: no room");
    assertThat(record.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
  }

  @Test
  void roundsOfOnePhaseAreReportedAsOneAndWarmUpsNotAtAll() {
    RunRecord record =
        run(
            plan(
                check(
                    "a",
                    EVERYWHERE,
                    List.of(),
                    rig -> {
                      rig.warmUp(phase(rig, 100, done()));
                      rig.drive(phase(rig, 3, done()));
                      rig.drive(phase(rig, 4, done()));
                      return Findings.NONE;
                    })));

    assertThat(record.results().get(0).phases()).hasSize(1);
    assertThat(record.results().get(0).phases().get(0).counts())
        .isEqualTo(new Counts(7, 7, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void aCheckThatTakesTooLongIsInconclusiveAndItsLoadEnds() {
    var fired = new AtomicInteger();
    Check endless =
        check(
            "endless",
            EVERYWHERE,
            List.of(),
            rig -> {
              // All but the last 50 ms of the time is gone; no answer ever comes.
              ticker.advance(TestConfiguration.DEFAULT.checkTimeout().minusMillis(50));
              rig.drive(
                  phase(
                      rig,
                      1_000,
                      attempt -> {
                        fired.incrementAndGet();
                        return Promise.<Outcome>promise().future();
                      }));
              return Findings.NONE;
            });

    RunRecord record = run(plan(endless));

    assertThat(record.results().get(0).trouble().orElseThrow().reason())
        .isEqualTo("did not end within 300 s (default_test_timeout_seconds)");
    assertThat(record.exitCode()).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(fired.get()).as("fired after the check was given up").isLessThanOrEqualTo(1);
  }

  @Test
  void anInterruptedRunKeepsWhatItHasAndIsNoPass() {
    RunRecord record =
        run(
            plan(
                measuring("a", 1),
                check(
                    "b",
                    EVERYWHERE,
                    List.of(),
                    rig -> {
                      interruption.ask(ExitCode.INTERRUPTED);
                      rig.drive(phase(rig, 5, done()));
                      return Findings.NONE;
                    }),
                measuring("c", 1)));

    assertThat(ran).containsExactly("a");
    assertThat(record.results()).hasSize(2);
    assertThat(record.results().get(1).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(record.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(record.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
  }

  @Test
  void startsNoLoadOnceItIsInterrupted() {
    var fired = new AtomicInteger();
    run(
        plan(
            check(
                "a",
                EVERYWHERE,
                List.of(),
                rig -> {
                  interruption.ask(ExitCode.TERMINATED);
                  rig.drive(
                      phase(
                          rig,
                          5,
                          attempt -> {
                            fired.incrementAndGet();
                            return done().fire(attempt);
                          }));
                  return Findings.NONE;
                })));

    assertThat(fired.get()).isZero();
  }

  @Test
  void onlyTheFirstInterruptionCounts() {
    assertThat(interruption.ask(ExitCode.INTERRUPTED)).isTrue();
    assertThat(interruption.ask(ExitCode.TERMINATED)).isFalse();
    assertThat(interruption.asked()).isEqualTo(ExitCode.INTERRUPTED);
  }

  @Test
  void listsLimitsThatNoCheckReads() {
    assertThat(run(plan(measuring("a", 1))).unused()).containsExactly(DatabaseLimits.REUSE);
  }

  @Test
  void aCriticalAlertFailsARunWhoseChecksAllPass() {
    RunRecord critical = run(leaking(Severity.CRITICAL));
    RunRecord warning = run(leaking(Severity.WARNING));

    assertThat(critical.results().get(0).verdict()).isEqualTo(Verdict.PASS);
    assertThat(critical.verdict()).isEqualTo(Verdict.BREACH);
    assertThat(critical.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(warning.alerts().fired()).hasSize(1);
    assertThat(warning.exitCode()).isEqualTo(ExitCode.PASSED);
  }

  private static RunPlan leaking(Severity severity) {
    var leaks = new Metric("connection_leaks", Unit.COUNT, "connections not given back");
    var rules =
        new Ruleset(
            RULES.thresholds(),
            List.of(AlertRule.parse("connection_leaks > 0", severity)),
            RULES.configuration(),
            RULES.requirements());
    Check check =
        new FakeCheck(
            "a",
            EVERYWHERE,
            List.of(Criterion.key(QUERY)),
            rig -> Findings.NONE.with(QUERY, Figure.of(1)).with(leaks, Figure.of(2)),
            true);
    return new RunPlan("run-1", new Seed(1), Profile.STANDARD, List.of(check), false, rules);
  }

  private RunRecord run(RunPlan plan) {
    var channel = RunEvents.inline(ticker);
    channel.show(events::add);
    return new Runner(new NoTargets(), InlineLoop.driver(ticker), channel, interruption, ticker)
        .run(plan, plan.selected());
  }

  private static RunPlan plan(Check... checks) {
    return new RunPlan("run-1", new Seed(1), Profile.STANDARD, List.of(checks), false, RULES);
  }

  private Check measuring(String name, double millis) {
    return check(
        name,
        EVERYWHERE,
        List.of(Criterion.key(QUERY)),
        rig -> {
          ran.add(name);
          return Findings.NONE.with(QUERY, Figure.of(millis));
        });
  }

  private Check scaled(String name, Budget budget) {
    return check(
        name,
        budget,
        List.of(),
        rig -> {
          ran.add(name);
          return Findings.NONE;
        });
  }

  private static Check failing(RuntimeException cause) {
    return check(
        "failing",
        EVERYWHERE,
        List.of(),
        rig -> {
          throw cause;
        });
  }

  private static Check check(
      String name, Budget budget, List<Criterion> criteria, Function<Rig, Findings> action) {
    return new FakeCheck(name, budget, criteria, action);
  }

  private static Phase phase(Rig rig, int operations, Operation operation) {
    return new Phase(
        "round",
        Closed.of(1, operations),
        rig.users(3),
        Resolution.MICROSECONDS,
        Duration.ofSeconds(1),
        operation);
  }

  private static Operation done() {
    return attempt -> Future.succeededFuture(Outcome.COMPLETED);
  }
}
