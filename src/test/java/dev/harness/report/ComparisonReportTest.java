package dev.harness.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.harness.compare.Comparison;
import dev.harness.compare.InvalidReportException;
import dev.harness.run.RunRecord;
import dev.harness.testing.Golden;
import dev.harness.verdict.ExitCode;
import dev.harness.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonReportTest {
  @TempDir private Path directory;

  @Test
  void tellsProgramsOfEachMetric() throws IOException {
    Golden.assertSame("comparison.json", ComparisonReport.json(SampleComparison.regressed()));
  }

  /** So a run that is reported again has not forgotten what it was held against. */
  @Test
  void isReadBackAsItWasWritten() throws IOException {
    for (Comparison comparison :
        List.of(
            SampleComparison.regressed(),
            SampleComparison.elsewhere(),
            SampleComparison.hostile())) {
      Path report = directory.resolve("report.json");
      JsonReport.write(held(comparison), Optional.of(comparison), report);

      assertThat(ComparisonReport.ofTheRun(report)).contains(comparison);
    }
  }

  @Test
  void whereThereWasNoneThereIsNone() throws IOException {
    Path report = directory.resolve("report.json");
    JsonReport.write(SampleRun.passed(), Optional.empty(), report);
    Path broken = Files.writeString(directory.resolve("broken.json"), "{\"comparison\": {");
    Path strange =
        Files.writeString(
            directory.resolve("strange.json"), "{\"comparison\": {\"changes\": [{}]}}");

    assertThat(ComparisonReport.ofTheRun(report)).isEmpty();
    for (Path none : List.of(broken, strange)) {
      assertThatExceptionOfType(InvalidReportException.class)
          .isThrownBy(() -> ComparisonReport.ofTheRun(none))
          .withMessage(none + ": is no report of harness");
    }
  }

  @Test
  void tellsPullRequestsWhatGates() {
    Golden.assertSame(
        "comparison.md", String.join("\n", ComparisonText.markdown(SampleComparison.regressed())));
  }

  @Test
  void fitsATerminal() {
    assertThat(ComparisonText.lines(SampleComparison.regressed(), true))
        .containsExactly(
            "CHANGE         METRIC                      WORSE BY  AT 95 %                MARGIN  OF",
            "regressed      response time P95            +12.0 %  +8.0 % to +16.0 %      +5.0 % "
                + " load/sustained, sustained; Hodges-Lehmann +12.0 %",
            "unchanged      success rate                  +0.0 %  -0.1 % to +0.1 %       +5.0 % "
                + " load/sustained, sustained",
            "(inconclusive) memory growth                      –  –                           – "
                + " permanent_leak_per_1k; only one of the runs has it",
            "",
            "REGRESSED  2 metrics gate: run cand1 against run base1");
  }

  @Test
  void aRegressionFailsARunThatIsElseAPass() {
    RunRecord held = held(SampleComparison.regressed());

    assertThat(held.verdict()).isEqualTo(Verdict.BREACH);
    assertThat(held.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(Reason.of(held, NumberText.of(held)))
        .containsExactly(
            new Reason(
                Verdict.BREACH,
                "",
                "regressed against run base1: response time P95 worse by +12.0 %"));
  }

  /** On another machine nothing is known, whatever the numbers say. */
  @Test
  void whatCannotBeComparedIsNoPass() {
    RunRecord held = held(SampleComparison.elsewhere());

    assertThat(held.exitCode()).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(Reason.of(held, NumberText.of(held)))
        .extracting(Reason::text)
        .containsExactly(
            "inconclusive against run base1: nothing is concluded: not the same cpu_count: 64,"
                + " before 2");
  }

  @Test
  void standsInTheReportsOfTheRun() throws IOException {
    Comparison comparison = SampleComparison.regressed();
    RunRecord held = held(comparison);

    assertThat(MarkdownReport.text(held, Optional.of(comparison)))
        .startsWith("## ❌ harness: FAILED")
        .contains("### Compared with run base1", "| regressed | response time P95 | +12.0 % |");
    assertThat(JsonReport.text(held, Optional.of(comparison)))
        .contains("\"conclusion\" : \"regressed\"", "\"exit_code\" : 1");
  }

  @Test
  void namesFromElsewhereStayText() {
    assertThat(String.join("\n", ComparisonText.markdown(SampleComparison.hostile())))
        .doesNotContain("<", "@");
  }

  private static RunRecord held(Comparison comparison) {
    return SampleRun.passed().with(ComparisonText.against(comparison));
  }
}
