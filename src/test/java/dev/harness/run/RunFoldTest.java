package dev.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.harness.measure.Breach;
import dev.harness.measure.Counts;
import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.measure.Recorder;
import dev.harness.measure.Resolution;
import dev.harness.measure.Sample;
import dev.harness.measure.WindowSnapshot;
import dev.harness.plan.EnvironmentRequirements;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.LoadProfile.Kind;
import dev.harness.plan.Profile;
import dev.harness.plan.Ruleset;
import dev.harness.plan.TestConfiguration;
import dev.harness.plan.threshold.DatabaseLimits;
import dev.harness.plan.threshold.Thresholds;
import dev.harness.plan.threshold.Thresholds.Limit;
import dev.harness.random.Seed;
import dev.harness.run.drive.InlineLoop;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import dev.harness.time.ManualTicker;
import dev.harness.verdict.Criterion;
import dev.harness.verdict.Evaluator;
import dev.harness.verdict.ExitCode;
import dev.harness.verdict.Verdict;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunFoldTest {
  private static final Check FIRST = check("first");
  private static final Check SECOND = check("second");
  private static final Ruleset RULES =
      new Ruleset(
          new Thresholds(Map.of(DatabaseLimits.QUERY, new Limit(100, "mine"))),
          List.of(),
          TestConfiguration.DEFAULT,
          EnvironmentRequirements.DEFAULT);
  private static final RunPlan PLAN =
      new RunPlan("run-1", new Seed(1), Profile.QUICK, List.of(FIRST, SECOND), false, RULES);
  private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05Z");

  private final ManualTicker ticker = new ManualTicker();
  private final RunEvents events = RunEvents.inline(ticker);
  private final RunFold fold = new RunFold();

  @Test
  void aRunThatEndedIsWhatItsRunnerReturned() {
    events.judge(fold);

    RunRecord record =
        new Runner(new NoTargets(), InlineLoop.driver(ticker), events, new Interruption(), ticker)
            .run(PLAN, PLAN.selected());

    assertThat(fold.ended()).isTrue();
    assertThat(fold.checksEnded()).isEqualTo(2);
    assertThat(record.verdict()).isEqualTo(Verdict.PASS);
    assertThat(record.results().get(0).phases()).hasSize(1);
    assertThat(fold.record()).isEqualTo(record);
  }

  @Test
  void aCheckThatWasCutOffIsToldByItsClosedWindows() {
    start();
    begin(FIRST);
    load(Kind.STEADY, true);
    windows(0, 3, 10);

    RunRecord record = fold.record();
    CheckResult cut = record.results().get(0);
    PhaseResult phase = cut.phases().get(0);
    assertThat(phase.counts()).isEqualTo(new Counts(30, 30, 0, 0, 0, 0, 0, 0));
    assertThat(phase.response().count()).isEqualTo(30);
    assertThat(phase.kind()).isEqualTo(Kind.STEADY);
    assertThat(phase.seconds()).as("three whole windows").isEqualTo(3);
    assertThat(phase.whole()).as("only its end tells what was in flight").isFalse();
    assertThat(cut.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(cut.trouble().orElseThrow().reason()).startsWith("cut off");
    assertThat(record.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(record.exitCode()).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(record.interruption()).isPresent();
    assertThat(fold.ended()).isFalse();
    assertThat(fold.lastWindow()).contains(STARTED.plusSeconds(3));
  }

  @Test
  void whatUsersSawOfOthersFailsACheckThatWasCutOff() {
    var breach = new Breach(Duration.ofSeconds(1), "user-1", "user-2", "request-17", "answer");
    start();
    begin(FIRST);
    events.publish(new RunEvent.BreachSeen(FIRST.id(), breach));

    RunRecord record = fold.record();
    assertThat(record.results().get(0).findings().breaches()).containsExactly(breach);
    assertThat(record.results().get(0).verdict()).isEqualTo(Verdict.BREACH);
    assertThat(record.exitCode()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void roundsTakeTheTimeThatTheyTookAndWarmUpsNone() {
    start();
    begin(FIRST);
    load(Kind.BURST, false);
    ticker.advance(Duration.ofMillis(700));
    window(0, 100);
    for (int round = 0; round < 2; round++) {
      load(Kind.BURST, true);
      ticker.advance(Duration.ofMillis(250));
      window(0, 5);
      ticker.advance(Duration.ofMillis(400));
    }

    PhaseResult phase = fold.record().results().get(0).phases().get(0);
    assertThat(phase.counts().due()).isEqualTo(10);
    assertThat(phase.seconds()).isEqualTo(0.5);
  }

  @Test
  void whatWasJudgedBeforeTheCutStands() {
    start();
    begin(FIRST);
    end(FIRST, 101);
    begin(SECOND);

    RunRecord record = fold.record();
    assertThat(record.results())
        .extracting(CheckResult::verdict)
        .containsExactly(Verdict.BREACH, Verdict.INCONCLUSIVE);
    assertThat(record.exitCode()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void aRunThatWasCutBetweenTwoChecksIsNoPass() {
    start();
    begin(FIRST);
    end(FIRST, 1);

    RunRecord record = fold.record();
    assertThat(record.results()).extracting(CheckResult::verdict).containsExactly(Verdict.PASS);
    assertThat(record.exitCode()).isEqualTo(ExitCode.INCONCLUSIVE);
  }

  @Test
  void whatProcessesUseIsFoldedByRole() {
    start();
    sample(300, 1_000);
    sample(500, 1_800);
    sample(400, 2_500);

    assertThat(fold.record().use())
        .containsOnly(Map.entry("target", new ResourceUse(3, 500, 400, 1_500_000_000L, 7, 9)));
  }

  @Test
  void knowsNothingOfARunThatHasNotStarted() {
    assertThat(fold.started()).isFalse();
    assertThatIllegalStateException().isThrownBy(fold::record);
    assertThatIllegalStateException()
        .isThrownBy(() -> fold.accept(0, new RunEvent.RunEnded(Optional.empty())));
  }

  private void start() {
    events.judge(fold);
    var host = new NoTargets().probe().facts();
    events.publish(new RunEvent.RunStarted(PLAN, STARTED, host, List.of()));
  }

  private void begin(Check check) {
    events.publish(new RunEvent.CheckStarted(check.id(), Duration.ofSeconds(1)));
  }

  private void end(Check check, double millis) {
    Findings findings = Findings.NONE.with(DatabaseLimits.QUERY, Figure.of(millis));
    var judgements = new Evaluator(RULES.thresholds()).judge(check.criteria(), findings.figures());
    events.publish(
        new RunEvent.CheckEnded(
            new CheckResult(check, findings, judgements, List.of(), 1, Optional.empty())));
  }

  private void load(Kind kind, boolean measured) {
    events.publish(new RunEvent.PhaseStarted(FIRST.id(), "requests", kind, measured));
  }

  private void windows(int from, int to, int operations) {
    for (int second = from; second < to; second++) {
      ticker.advance(Duration.ofSeconds(1));
      window(second, operations);
    }
  }

  private void window(int second, int operations) {
    long at = second * Recorder.WINDOW_NANOS;
    var recorder = new Recorder(Resolution.MICROSECONDS, 0);
    for (int i = 0; i < operations; i++) {
      recorder.due(at);
      recorder.record(new Sample("request", "user-1", at, at, at + 1_000, Outcome.COMPLETED));
    }
    List<WindowSnapshot> closed = recorder.closeAll();
    events.publish(
        new RunEvent.WindowClosed(FIRST.id(), "requests", closed.get(closed.size() - 1)));
  }

  private void sample(long rssBytes, long cpuMillis) {
    var process = new ProcessSample(rssBytes, 0, cpuMillis * 1_000_000, 7, 9);
    var host = new NoTargets().probe().host();
    events.publish(new RunEvent.Sampled(ticker.wallTime(), host, Map.of("target", process)));
  }

  /** Drives a few operations, and finds that a query takes a millisecond. */
  private static Check check(String name) {
    return new FakeCheck(
        name,
        Budget.seconds(1, 1, 1),
        List.of(Criterion.key(DatabaseLimits.QUERY)),
        rig -> {
          rig.drive(
              new Phase(
                  "requests",
                  Closed.of(1, 3),
                  rig.users(3),
                  Resolution.MICROSECONDS,
                  Duration.ofSeconds(1),
                  attempt -> Future.succeededFuture(Outcome.COMPLETED)));
          return Findings.NONE.with(DatabaseLimits.QUERY, Figure.of(1));
        });
  }
}
