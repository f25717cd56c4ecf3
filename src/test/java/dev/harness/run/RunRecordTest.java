package dev.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.check.stress.UserLimit;
import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.measure.Recorder;
import dev.harness.measure.Resolution;
import dev.harness.measure.Sample;
import dev.harness.measure.Strain;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.plan.EnvironmentRequirements;
import dev.harness.plan.LoadProfile.Kind;
import dev.harness.plan.Profile;
import dev.harness.plan.Ruleset;
import dev.harness.plan.TestConfiguration;
import dev.harness.plan.threshold.Bound;
import dev.harness.plan.threshold.Thresholds;
import dev.harness.random.Seed;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.ProcessProbe.HostFacts;
import dev.harness.verdict.AlertLog;
import dev.harness.verdict.Criterion;
import dev.harness.verdict.ExitCode;
import dev.harness.verdict.Judgement;
import dev.harness.verdict.Verdict;
import dev.harness.verdict.WindowTally;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunRecordTest {
  private static final Check ORDINARY =
      new FakeCheck("ordinary", Budget.seconds(1, 1, 1), List.of(), rig -> Findings.NONE);

  @Test
  void passesWithNinetyFiveOfAHundred() {
    RunRecord record = record(passed(ORDINARY, 95, 5));

    assertThat(record.overallSuccess()).isEqualTo(Figure.share(95, 100));
    assertThat(record.verdict()).isEqualTo(Verdict.PASS);
    assertThat(record.exitCode()).isEqualTo(ExitCode.PASSED);
  }

  @Test
  void failsWithLessWhateverItsChecksSay() {
    RunRecord record = record(passed(ORDINARY, 94, 6));

    assertThat(record.verdict()).isEqualTo(Verdict.BREACH);
    assertThat(record.exitCode()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void isNotFailedByWhatItsGeneratorDropped() {
    RunRecord record = record(passed(ORDINARY, 95, 5, Outcome.DROPPED));

    assertThat(record.overallSuccess()).isEqualTo(Figure.share(100, 95));
  }

  @Test
  void doesNotCountWhatOverloadsOnPurpose() {
    RunRecord record = record(passed(ORDINARY, 100, 0), passed(new UserLimit(), 40, 60));

    assertThat(record.overallSuccess()).isEqualTo(Figure.share(100, 100));
    assertThat(record.verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void hasNoSuccessRateWhereNothingWasDue() {
    assertThat(record(passed(ORDINARY, 0, 0)).overallSuccess())
        .isEqualTo(Figure.missing("nothing was due"));
  }

  @Test
  void isNoPassWhereTheHarnessItselfWentWrong() {
    RunRecord record = record(passed(ORDINARY, 100, 0)).with(List.of("a part of it is lost"));

    assertThat(record.faults()).containsExactly("a part of it is lost");
    assertThat(record.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(record.exitCode()).isEqualTo(ExitCode.INTERNAL);
  }

  private static RunRecord record(CheckResult... results) {
    var rules =
        new Ruleset(
            new Thresholds(Map.of()),
            List.of(),
            TestConfiguration.DEFAULT,
            EnvironmentRequirements.DEFAULT);
    return new RunRecord(
        new RunPlan("run-1", new Seed(1), Profile.QUICK, List.of(ORDINARY), false, rules),
        Instant.EPOCH,
        1,
        List.of(results),
        List.of(),
        new HostFacts("Linux", "6.1", "amd64", "a processor", 2, 1L << 30),
        Map.of(),
        Map.of(),
        AlertLog.NONE,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** A check whose own judgement is a pass, whatever became of its operations. */
  private static CheckResult passed(Check check, int completed, int refused) {
    return passed(check, completed, refused, Outcome.refused("busy"));
  }

  private static CheckResult passed(Check check, int completed, int others, Outcome outcome) {
    var recorder = new Recorder(Resolution.MICROSECONDS, 0);
    for (int i = 0; i < completed + others; i++) {
      recorder.due(0);
      recorder.record(
          new Sample(
              "request", "user-1", 0, 0, 1_000, i < completed ? Outcome.COMPLETED : outcome));
    }
    var total = recorder.closeBefore(Recorder.WINDOW_NANOS).get(0);
    var criterion =
        Criterion.fixed(new Metric("fine", Unit.YES_NO, "always yes"), Bound.AT_LEAST, 1);
    var pass = new Judgement(criterion, Figure.of(true), null, Verdict.PASS, "");
    return new CheckResult(
        check,
        Findings.NONE,
        List.of(pass),
        List.of(
            new PhaseResult(
                "phase",
                total,
                WindowTally.of(total),
                1_000_000,
                Kind.CLOSED,
                1,
                1_000,
                0,
                Strain.UNKNOWN)),
        1,
        Optional.empty());
  }
}
