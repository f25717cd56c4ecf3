package dev.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.testing.Golden;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {

  @Test
  void tellsVerdictReasonsAndChecks() {
    Golden.assertSame("summary.md", MarkdownReport.text(SampleRun.mixed(), Optional.empty()));
  }

  @Test
  void ofAPassThereIsNothingToExplain() {
    assertThat(MarkdownReport.text(SampleRun.passed(), Optional.empty()))
        .startsWith("## ✅ harness: PASSED\n\n1 of 1 checks passed in 12.5 s")
        .contains("Again: `harness run --profile quick --seed 1 --thresholds limits.json`")
        .doesNotContain("- ");
  }

  /** A page that shows it makes no tag of it, no link, no cell, and calls nobody. */
  @Test
  void whatTheTargetSaysStaysText() {
    String text = MarkdownReport.text(SampleRun.hostile(), Optional.empty());

    assertThat(text)
        .contains("&#60;script&#62;", "&#64;everyone", "&#91;b&#93;&#40;http&#58;//c&#41;");
    assertThat(text).doesNotContain("<", ">", "@", "[b]", "\u001b", "\u202e");
    assertThat(text.lines().filter(line -> line.startsWith("|")))
        .as("cells of each row")
        .allMatch(line -> line.chars().filter(c -> c == '|').count() == 7);
  }
}
