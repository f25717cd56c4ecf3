package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The monitor, watching real processes that do what it is to find. */
class MonitorCommandIT {
  @TempDir Path home;

  private Place place;

  @BeforeEach
  void preparePlace() throws Exception {
    place = ProgramRun.in(home);
  }

  /** A machine that is busy with other tests leaves a program that spins less than a core. */
  private static final String BUSY = "process_cpu > 20%";

  /** Each is a program of a few lines, started as {@code java NAME.java}. */
  @ParameterizedTest
  @CsvSource({
    "leaks, 2, memory_slope > 50MB/h",
    "spins, 1, " + BUSY,
    "opens, 1, open_files_growth > 20",
    "rests, 0, ''"
  })
  void saysHowAProcessIs(String does, int exitCode, String rule) throws Exception {
    if (rule.equals(BUSY)) {
      place.file(
          "limits.json", "{\"alerting_rules\":{\"warning\":{\"triggers\":[\"" + BUSY + "\"]}}}");
      place.file("harness.properties", "thresholds=limits.json\n");
    }
    Process process = WatchedProgram.start(home, does);
    try {
      Ended ended =
          place.run(
              "monitor",
              "--pid=" + process.pid(),
              "--interval=500ms",
              "--duration=26s",
              "--output=report.json");

      JsonNode report = WrittenReport.read(place.directory().resolve("report.json"));
      List<JsonNode> alerts = List.copyOf(report.path("alerts").path("fired").findParents("rule"));
      assertThat(alerts)
          .filteredOn(alert -> alert.path("subject").asText().startsWith("process"))
          .extracting(alert -> alert.path("rule").asText())
          .containsAll(rule.isEmpty() ? List.of() : List.of(rule))
          .hasSizeBetween(rule.isEmpty() ? 0 : 1, rule.isEmpty() ? 0 : 2);
      // The host is busy with other tests, perhaps, and the monitor right to warn of that.
      boolean busy = report.path("alerts").toString().contains("\"subject\":\"host\"");
      assertThat(ended.exitCode())
          .as(ended.out() + ended.err())
          .isEqualTo(busy ? Math.max(1, exitCode) : exitCode);
      assertThat(report.path("monitoring_summary").path("partial").asBoolean()).isFalse();
      assertThat(report.path("raw_samples").size()).isBetween(40, 53);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void reportsAProcessThatEndsInTheMiddleAndEndsWithIt() throws Exception {
    Process process = WatchedProgram.start(home, "rests");
    try (ProgramRun run =
        place.start(
            "monitor",
            "--pid=" + process.pid(),
            "--interval=100ms",
            "--duration=5m",
            "--realtime")) {
      assertThat(run.holdsBeforeItEnds(() -> run.err().contains("healthy"))).isTrue();

      process.destroyForcibly();

      Ended ended = run.end();
      assertThat(ended.exitCode()).isEqualTo(1);
      assertThat(ended.out()).contains("WARNING", "process " + process.pid(), "ended after");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void reportsWhatItSawWhenItIsInterrupted() throws Exception {
    Path report = place.directory().resolve("report.json");
    try (ProgramRun run = place.start("monitor", "--duration=5m", "--output=report.json")) {
      assertThat(run.holdsBeforeItEnds(() -> Files.exists(report))).isTrue();

      run.signal("INT");

      Ended ended = run.end();
      assertThat(ended.exitCode()).isEqualTo(130);
      assertThat(ended.out()).contains("the host watched for");
      assertThat(WrittenReport.read(report).path("monitoring_summary").path("partial").asBoolean())
          .isTrue();
    }
  }

  @Test
  void aReportThatIsKilledIsWhole() throws Exception {
    Path report = place.directory().resolve("report.json");
    try (ProgramRun run =
        place.start("monitor", "--duration=5m", "--interval=50ms", "--output=report.json")) {
      assertThat(run.holdsBeforeItEnds(() -> Files.exists(report))).isTrue();

      run.signal("KILL");
      run.end();
    }
    assertThat(WrittenReport.read(report).path("monitoring_summary").path("samples").asInt())
        .isPositive();
  }
}
