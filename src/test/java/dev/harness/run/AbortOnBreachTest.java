package dev.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Counts;
import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.measure.Resolution;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.pace.Constant;
import dev.harness.plan.AlertRule;
import dev.harness.plan.AlertRule.Severity;
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
import dev.harness.verdict.Criterion;
import dev.harness.verdict.ExitCode;
import dev.harness.verdict.Verdict;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A minute of load in which everything fails: the alert fires after its five seconds. */
class AbortOnBreachTest {
  private static final Metric DUE = new Metric("due", Unit.COUNT, "operations that were due");
  private static final Criterion ANY = Criterion.fixed(DUE, Bound.AT_LEAST, 1);
  private static final int PER_SECOND = 100;
  private static final int SECONDS = 60;

  private static final Check FAILING = check("failing", Outcome.failed("broken"));
  private static final Check WELL = check("well", Outcome.COMPLETED);

  private final HandDrivenLoops loops = HandDrivenLoops.runningAtOnce();
  private final Interruption interruption = new Interruption();

  @Test
  void aCriticalAlertEndsTheRunInOrder() {
    RunRecord record = run(Severity.CRITICAL, true);

    CheckResult failed = record.results().get(0);
    assertThat(failed.verdict()).isEqualTo(Verdict.BREACH);
    assertThat(failed.trouble().orElseThrow().reason())
        .isEqualTo("aborted: critical alert fired: success_rate < 90%");
    Counts counts = failed.phases().get(0).counts();
    assertThat(counts.conserved()).isTrue();
    assertThat(counts.failed()).as("all that was measured is kept").isBetween(600L, 700L);
    assertThat(record.results()).hasSize(1);
    assertThat(record.notRun()).containsExactly(WELL);
    assertThat(record.aborted()).isTrue();
    assertThat(record.alerts().fails()).isTrue();
    assertThat(record.verdict()).isEqualTo(Verdict.BREACH);
    assertThat(record.exitCode()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void theSameRunGoesOnWhereNobodyWantsItToEnd() {
    RunRecord record = run(Severity.CRITICAL, false);

    assertThat(record.results()).hasSize(2);
    assertThat(record.results().get(0).phases().get(0).counts().failed())
        .isEqualTo(PER_SECOND * SECONDS);
    assertThat(record.aborted()).isFalse();
    assertThat(record.exitCode()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void aWarningEndsNothing() {
    RunRecord record = run(Severity.WARNING, true);

    assertThat(record.results()).hasSize(2);
    assertThat(record.alerts().fired()).hasSize(1);
    assertThat(record.aborted()).isFalse();
  }

  @Test
  void whoInterruptsTheRunAfterwardsIsToldSo() {
    RunRecord record =
        run(
            Severity.CRITICAL,
            true,
            new FakeCheck(
                "interrupted",
                Budget.seconds(1, 1, 1),
                List.of(ANY),
                rig -> {
                  try {
                    return load(rig, Outcome.failed("broken"));
                  } finally {
                    interruption.ask(ExitCode.INTERRUPTED);
                  }
                },
                true));

    assertThat(record.results().get(0).verdict()).isEqualTo(Verdict.BREACH);
    assertThat(record.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
  }

  private RunRecord run(Severity severity, boolean abort) {
    return run(severity, abort, FAILING, WELL);
  }

  private RunRecord run(Severity severity, boolean abort, Check... checks) {
    var rules =
        new Ruleset(
            new Thresholds(Map.of()),
            List.of(AlertRule.parse("success_rate < 90%", severity)),
            TestConfiguration.DEFAULT,
            EnvironmentRequirements.DEFAULT);
    var plan =
        new RunPlan(
            "run-1",
            new Seed(1),
            Profile.QUICK,
            List.of(checks),
            false,
            rules,
            abort,
            RunPlan.SHORT_SOAK);
    try (var events = RunEvents.inline(loops.ticker)) {
      return new Runner(new NoTargets(), loops.driver(), events, interruption, loops.ticker)
          .run(plan, List.of(checks));
    }
  }

  private static Check check(String name, Outcome outcome) {
    return new FakeCheck(
        name, Budget.seconds(1, 1, 1), List.of(ANY), rig -> load(rig, outcome), true);
  }

  private static Findings load(Rig rig, Outcome outcome) {
    var phase =
        new Phase(
            "load",
            new Open(new Constant(PER_SECOND, Duration.ofSeconds(SECONDS)), 10),
            rig.users(10),
            Resolution.MICROSECONDS,
            Duration.ofSeconds(1),
            attempt -> Future.succeededFuture(outcome));
    return Findings.NONE.with(DUE, Figure.of((double) rig.drive(phase).counts().due()));
  }
}
