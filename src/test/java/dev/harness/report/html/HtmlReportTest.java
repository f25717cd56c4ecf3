package dev.harness.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.report.SampleRun;
import dev.harness.run.RunRecord;
import dev.harness.testing.Golden;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlReportTest {
  private static final Pattern FETCHES =
      Pattern.compile(
          "(src|href|action|data|poster)=\"(?!#)|@import|url\\((?!#)|<(link|iframe|img|object)");

  static Stream<RunRecord> runs() {
    return Stream.of(
        SampleRun.passed(), SampleRun.mixed(), SampleRun.cutShort(), SampleRun.hostile());
  }

  /** What is the same on every page is left out: there are files for it. */
  @Test
  void tellsTheWholeRecord() {
    String page = HtmlReport.text(SampleRun.mixed(), Optional.empty());
    for (Part part : Part.values()) {
      assertThat(page).contains(part.text());
      page = page.replace(part.text(), "");
    }

    Golden.assertSame("report.html", page.replaceAll("sha256-[A-Za-z0-9+/=]+", "sha256-"));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void fetchesNothing(RunRecord run) {
    assertThat(
            FETCHES
                .matcher(HtmlReport.text(run, Optional.empty()))
                .results()
                .map(hit -> hit.group()))
        .isEmpty();
  }

  @Test
  void whatFetchesWouldBeSeen() {
    assertThat(FETCHES.matcher("<img src=\"http://elsewhere/\">").find()).isTrue();
    assertThat(FETCHES.matcher("a { background: url(http://elsewhere/) }").find()).isTrue();
  }

  /** Beside the page's own three: its data, the chart library, and what draws with it. */
  @ParameterizedTest
  @MethodSource("runs")
  void whatTheTargetSaysStaysText(RunRecord run) {
    String page = HtmlReport.text(run, Optional.empty());

    assertThat(page.split("<script", -1)).hasSize(1 + 3);
    assertThat(page.split("</script", -1)).hasSize(1 + 3);
    assertThat(page).doesNotContain("<img", "\u001b", "\u202e");
  }

  @Test
  void namesTheScriptsThatMayRun() {
    assertThat(HtmlReport.text(SampleRun.passed(), Optional.empty()))
        .contains(
            "default-src &#39;none&#39;",
            Part.SCRIPT.hash().replace("'", "&#39;"),
            Part.CHART_LIBRARY.hash().replace("'", "&#39;"));
  }

  @Test
  void keepsTheLicenceOfTheChartLibrary() {
    assertThat(HtmlReport.text(SampleRun.passed(), Optional.empty()))
        .contains("The MIT License", "Permission is hereby granted", "Leon Sorokin");
  }

  @Test
  void aCheckThatDidNotPassIsOpenAtOnce() {
    assertThat(HtmlReport.text(SampleRun.mixed(), Optional.empty()))
        .contains("id=\"check-database-transaction-throughput\" open=\"\"")
        .contains("id=\"check-concurrency-concurrent-requests\">");
  }
}
