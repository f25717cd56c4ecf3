package dev.harness.check.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.config.ThresholdsFile;
import dev.harness.measure.Counts;
import dev.harness.measure.Figure;
import dev.harness.metric.Metric;
import dev.harness.run.Findings;
import dev.harness.verdict.Aftermath;
import dev.harness.verdict.Evaluator;
import dev.harness.verdict.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SelfRecoveryTest {
  private static final Aftermath AT_ONCE = aftermath(OptionalInt.of(1), 1_000, 1_000);
  private static final Aftermath NEVER = aftermath(OptionalInt.empty(), 1_000, 100);

  @Test
  void passesWhereBothCameBack() {
    Map<String, Verdict> verdicts = verdicts(SelfRecovery.findings(AT_ONCE, Optional.of(AT_ONCE)));

    assertThat(verdicts)
        .containsEntry("auto_recovery", Verdict.PASS)
        .containsEntry("success_rate_after_recovery", Verdict.PASS);
  }

  @Test
  void breaksItsLimitWhereOneOfThemDidNot() {
    for (Findings findings :
        new Findings[] {
          SelfRecovery.findings(NEVER, Optional.of(AT_ONCE)),
          SelfRecovery.findings(AT_ONCE, Optional.of(NEVER))
        }) {
      assertThat(verdicts(findings)).containsEntry("auto_recovery", Verdict.BREACH);
    }
  }

  @Test
  void breaksItsLimitWhereTooMuchFailsAfterwards() {
    Aftermath shaky = aftermath(OptionalInt.of(1), 1_000, 790);

    assertThat(verdicts(SelfRecovery.findings(shaky, Optional.of(AT_ONCE))))
        .containsEntry("auto_recovery", Verdict.PASS)
        .containsEntry("success_rate_after_recovery", Verdict.BREACH);
  }

  @Test
  void saysWhatIsNotAvailableAndJudgesTheRest() {
    Findings findings = SelfRecovery.findings(AT_ONCE, Optional.empty());

    assertThat(verdicts(findings)).containsEntry("auto_recovery", Verdict.PASS);
    assertThat(
            findings.figures().entrySet().stream()
                .filter(entry -> entry.getKey().id().equals("database_recovery_time"))
                .map(Map.Entry::getValue))
        .containsExactly(Figure.missing("not available"));
  }

  /** Whatever else the check measures has no figure here, and so no pass. */
  private static Map<String, Verdict> verdicts(Findings findings) {
    Map<Metric, Figure> figures = findings.figures();
    return new Evaluator(ThresholdsFile.shipped().thresholds())
        .judge(new SelfRecovery().criteria(), figures).stream()
            .filter(judgement -> figures.containsKey(judgement.criterion().metric()))
            .collect(Collectors.toMap(j -> j.criterion().metric().id(), j -> j.verdict()));
  }

  private static Aftermath aftermath(OptionalInt windows, int due, int completed) {
    int refused = due - completed;
    return new Aftermath(windows, new Counts(due, completed, refused, 0, 0, 0, 0, 0), 10);
  }
}
