package dev.harness.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harness.compare.InvalidReportException;
import dev.harness.report.WrittenMonitor;
import dev.harness.report.html.MonitorPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonitorPageTest {
  private static final Pattern CHARTS = Pattern.compile("id=\"charts\">(.*)</script>");

  @TempDir Path directory;

  @Test
  void tellsHowItIsAndWhyAndWhatToTry() throws Exception {
    String page = page(SampleMonitor.written(directory));

    assertThat(page)
        .containsPattern("(?s)<h1>.*critical.*The host and 2 of its processes watched for 119.0 s")
        .containsPattern("(?s)id=\"why\".*memory_slope &gt; 50MB/h fired after")
        .containsPattern("(?s)id=\"next\".*compare two heap dumps")
        .containsPattern("3,600 MB/h \\(3,600 to 3,600 MB/h\\)")
        .containsPattern("(?s)id=\"sources\".*db_commits.*250 /s");
  }

  @Test
  void drawsWhatItSawAndMarksWhenAlarmsFired() throws Exception {
    JsonNode charts = charts(page(SampleMonitor.written(directory)));

    assertThat(charts.findValuesAsText("title"))
        .containsSubsequence(
            "process 7 (%s): memory".formatted(SampleMonitor.SCRIPT),
            "process 7 (%s): processor".formatted(SampleMonitor.SCRIPT),
            "process 7 (%s): threads and open files".formatted(SampleMonitor.SCRIPT),
            "process 8 (cat): memory",
            "host: memory",
            "host: processor",
            "database me@there/mine: counts",
            "database me@there/mine: /s");
    JsonNode memory = charts.path(0);
    assertThat(memory.at("/x").size()).isEqualTo(120);
    assertThat(memory.at("/lines/0/values/119").asDouble()).isEqualTo(319);
    assertThat(memory.at("/marks/0/text").asText()).isEqualTo("memory_slope > 50MB/h");
    assertThat(memory.at("/marks/0/severity").asText()).isEqualTo("critical");
    assertThat(charts.path(1).at("/lines/0/values/5").asDouble()).isEqualTo(99);
    assertThat(charts.path(3).path("marks")).isEmpty();
  }

  @Test
  void namesOfProcessesStayText() throws Exception {
    assertThat(page(SampleMonitor.written(directory))).doesNotContain(SampleMonitor.SCRIPT);
  }

  @Test
  void oneLookIsShownWithoutCharts() throws Exception {
    String page = page(SampleMonitor.written(directory, 1));

    assertThat(charts(page)).isEmpty();
    assertThat(page)
        .contains("healthy", "No rule found anything wrong.", "None fired.", "– (a trend takes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[",
        "[1]",
        "{\"performance_test_summary\":{}}",
        "{\"monitoring_summary\":{}}"
      })
  void whatIsNoReportOfAMonitorIsRefused(String text) throws Exception {
    Path file = Files.writeString(directory.resolve("other.json"), text);

    assertThatExceptionOfType(InvalidReportException.class)
        .isThrownBy(() -> WrittenMonitor.read(file))
        .withMessageStartingWith("is no report of a monitor: ");
  }

  /** Whoever changed it by hand gets a page with dashes, and no exception. */
  @Test
  void whatIsMissingFromItIsADash() throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("bare.json"),
            """
            {"monitoring_summary": {}, "system_health": {"status": "warning"},
             "memory_analysis": {"processes": [{"pid": 7}]}, "alerts": {"fired": [{}]},
             "source_analysis": [{}, 3], "raw_samples": [{}, 1, {"host": []}]}
            """);

    assertThat(page(file)).contains("warning", "–");
  }

  private String page(Path report) throws Exception {
    Path page = directory.resolve("report.html");
    MonitorPage.write(WrittenMonitor.read(report), page);
    return Files.readString(page);
  }

  private static JsonNode charts(String page) throws Exception {
    Matcher charts = CHARTS.matcher(page);
    assertThat(charts.find()).isTrue();
    return new ObjectMapper().readTree(charts.group(1));
  }
}
