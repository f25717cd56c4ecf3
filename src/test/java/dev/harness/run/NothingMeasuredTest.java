package dev.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.measure.Resolution;
import dev.harness.measure.WindowSnapshot;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.LoadProfile.Kind;
import dev.harness.plan.threshold.Bound;
import dev.harness.run.drive.Operation;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.time.ManualTicker;
import dev.harness.verdict.Criterion;
import dev.harness.verdict.ExitCode;
import dev.harness.verdict.Judgement;
import dev.harness.verdict.Verdict;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing measured, too little, or something else: however generous the limits, it is no pass. */
class NothingMeasuredTest {
  private static final Metric TIME = new Metric("time", Unit.MILLISECONDS, "a time");
  private static final Operation WELL = attempt -> Future.succeededFuture(Outcome.COMPLETED);
  private static final Operation BADLY = attempt -> Future.succeededFuture(Outcome.TIMED_OUT);

  private final ManualTicker ticker = new ManualTicker();

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.95, 0.99, 0.999})
  void anEmptyPhaseDoesNotPass(double q) {
    assertNoPass(rig -> Findings.NONE.with(TIME, empty().response().percentile(q)));
  }

  @Test
  void anEmptyPhaseHasNoFigureAtAll() {
    assertNoPass(rig -> Findings.NONE.with(TIME, empty().response().mean()));
    assertNoPass(rig -> Findings.NONE.with(TIME, empty().success()));
    assertNoPass(rig -> Findings.NONE.with(TIME, empty().throughput()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.95, 0.99, 0.999})
  void threeSamplesDoNotPass(double q) {
    assertNoPass(
        rig -> Findings.NONE.with(TIME, rig.drive(phase(rig, 3, WELL)).response().percentile(q)));
  }

  @Test
  void threeSamplesMakeNoEstimate() {
    assertNoPass(rig -> Findings.NONE.with(TIME, rig.drive(phase(rig, 3, WELL)).success()));
    assertNoPass(rig -> Findings.NONE.with(TIME, rig.drive(phase(rig, 3, WELL)).throughput()));
    assertNoPass(rig -> Findings.NONE.with(TIME, rig.drive(phase(rig, 3, WELL)).response().mean()));
    assertNoPass(rig -> Findings.NONE.with(TIME, rig.drive(phase(rig, 58, WELL)).success()));
  }

  @Test
  void aPhaseInWhichNothingCompletedDoesNotPass() {
    assertNoPass(
        rig ->
            Findings.NONE.with(
                TIME, rig.drive(phase(rig, 5_000, BADLY)).response().percentile(0.95)));
    assertNoPass(rig -> Findings.NONE.with(TIME, rig.drive(phase(rig, 5_000, BADLY)).throughput()));
  }

  @Test
  void aMisspeltMetricDoesNotPass() {
    var misspelt = new Metric("tmie", Unit.MILLISECONDS, "a time");
    assertNoPass(rig -> Findings.NONE.with(misspelt, Figure.of(1)));
  }

  /** The control: as many samples as the percentile needs, under the same limit. */
  @Test
  void enoughSamplesPass() {
    Judgement judgement =
        judge(
            rig ->
                Findings.NONE.with(
                    TIME, rig.drive(phase(rig, 2_995, WELL)).response().percentile(0.999)));

    assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
    assertThat(
            judge(rig -> Findings.NONE.with(TIME, rig.drive(phase(rig, 59, WELL)).success()))
                .verdict())
        .isEqualTo(Verdict.PASS);
  }

  private void assertNoPass(Function<Rig, Findings> measured) {
    Judgement judgement = judge(measured);

    assertThat(judgement.verdict()).isEqualTo(Verdict.NO_DATA);
    assertThat(judgement.reason()).isNotEmpty();
  }

  private Judgement judge(Function<Rig, Findings> measured) {
    var check =
        new FakeCheck(
            "check",
            Budget.seconds(1, 1, 1),
            List.of(Criterion.fixed(TIME, Bound.AT_MOST, Double.MAX_VALUE)),
            measured);
    RunRecord record = check.runAlone(ticker);
    Judgement judgement = record.results().get(0).judgements().get(0);
    if (judgement.verdict() != Verdict.PASS) {
      assertThat(record.exitCode()).isIn(ExitCode.INCONCLUSIVE, ExitCode.FAILED);
    }
    return judgement;
  }

  private static PhaseResult empty() {
    return PhaseResult.cutOff(
        "empty", WindowSnapshot.zero(Resolution.MICROSECONDS), 1, Kind.CLOSED);
  }

  private static Phase phase(Rig rig, int operations, Operation operation) {
    return new Phase(
        "few",
        Closed.of(1, operations),
        rig.users(3),
        Resolution.MICROSECONDS,
        Duration.ofSeconds(1),
        operation);
  }
}
