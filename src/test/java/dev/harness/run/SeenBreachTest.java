package dev.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Breach;
import dev.harness.measure.Figure;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.plan.threshold.Bound;
import dev.harness.time.ManualTicker;
import dev.harness.verdict.Criterion;
import dev.harness.verdict.ExitCode;
import dev.harness.verdict.Verdict;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A check in which somebody saw another's, whatever else it is about. */
class SeenBreachTest {
  private static final Metric TIME = new Metric("time", Unit.MILLISECONDS, "a time");

  @Test
  void failsACheckThatNamesNoSuchCriterion() {
    RunRecord record =
        run(
            rig -> {
              seeAnothers(rig);
              return Findings.NONE.with(TIME, Figure.of(1));
            });

    CheckResult result = record.results().get(0);
    assertThat(result.judgements())
        .extracting(judgement -> judgement.verdict())
        .containsExactly(Verdict.PASS, Verdict.BREACH);
    assertThat(result.findings().breaches()).extracting(Breach::owner).containsExactly("user-2");
    assertThat(record.exitCode()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void isKnownThoughTheCheckBrokeOff() {
    RunRecord record =
        run(
            rig -> {
              seeAnothers(rig);
              return rig.await(Future.failedFuture("gone"), "asking on");
            });

    CheckResult result = record.results().get(0);
    assertThat(result.trouble().orElseThrow().reason()).isEqualTo("asking on: gone");
    assertThat(result.findings().breaches()).hasSize(1);
    assertThat(record.exitCode()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void isJudgedOnlyWhereAnythingWasLookedThrough() {
    assertThat(run(rig -> Findings.NONE.with(TIME, Figure.of(1))).results().get(0).judgements())
        .extracting(judgement -> judgement.criterion().metric())
        .containsExactly(TIME);
  }

  private static void seeAnothers(Rig rig) {
    IsolationLog log = rig.isolation();
    log.own(rig.users(1).contextOf(0), "answer", log.canaryOf("user-2"));
  }

  private static RunRecord run(Function<Rig, Findings> action) {
    return new FakeCheck(
            "check",
            Budget.seconds(1, 1, 1),
            List.of(Criterion.fixed(TIME, Bound.AT_MOST, 10)),
            action)
        .runAlone(new ManualTicker());
  }
}
