package dev.harness.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.compare.Comparison;
import dev.harness.report.SampleComparison;
import dev.harness.report.SampleRun;
import dev.harness.testing.Golden;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonPageTest {

  @Test
  void hasBothCurvesOfEachMetricThatGates() {
    String page = ComparisonPage.text(SampleComparison.regressed());
    for (Part part : Part.values()) {
      page = page.replace(part.text(), "");
    }

    Golden.assertSame("comparison.html", page.replaceAll("sha256-[A-Za-z0-9+/=]+", "sha256-"));
  }

  /** Beside the page's own three: its data, the chart library, and what draws with it. */
  @Test
  void namesFromElsewhereStayText() {
    assertThat(ComparisonPage.text(SampleComparison.hostile()).split("<script", -1)).hasSize(1 + 3);
  }

  @Test
  void standsOnThePageOfTheRunToo() {
    Comparison comparison = SampleComparison.regressed();

    assertThat(HtmlReport.text(SampleRun.passed(), Optional.of(comparison)))
        .contains("Compared with run base1", "+8.0 % to +16.0 %", "\"name\":\"candidate\"");
  }
}
