package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run held against another. What it is held against is a report of its own machine, in which all
 * times are altered by so much that chance has no part in what comes of it.
 */
class BaselineIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String[] RUN = {"run", "--check=engine/creation", "--profile=quick"};

  @TempDir private static Path home;
  private static Place place;

  @BeforeAll
  static void aRun() throws Exception {
    place = ProgramRun.in(home);
    Ended ended = place.run(with("--report-dir=base"));
    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    JsonNode base = WrittenReport.under(place.directory().resolve("base"));
    place.file("faster.json", altered(base.deepCopy(), 0.001));
    place.file("slower.json", altered(base.deepCopy(), 1_000));
  }

  @Test
  void whatGotWorseFails() throws Exception {
    Ended ended = place.run(with("--baseline=faster.json", "--report-dir=worse"));

    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(1);
    assertThat(ended.out())
        .contains("FAILED  1 of 1 checks passed", "exit code 1", "REGRESSED  ")
        .containsPattern("regressed +response time P95");
    JsonNode report = WrittenReport.under(place.directory().resolve("worse"));
    assertThat(report.at("/comparison/conclusion").asText()).isEqualTo("regressed");
    assertThat(report.at("/performance_test_summary/exit_code").asInt()).isEqualTo(1);
    assertThat(texts("worse", "summary.md")).contains("| regressed | response time P95 |");
    assertThat(texts("worse", "report.html")).contains("Compared with run ");

    Ended again = place.run("report", "worse", "--force");

    assertThat(again.exitCode()).as(again.err()).isEqualTo(1);
    assertThat(again.out()).isEqualTo(ended.out());
    assertThat(WrittenReport.under(place.directory().resolve("worse"))).isEqualTo(report);
  }

  @Test
  void whatGotBetterPasses() throws Exception {
    Ended ended = place.run(with("--baseline=slower.json", "--report-dir=better", "--quiet"));

    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.out()).contains("IMPROVED  ");
  }

  @Test
  void whatCannotBeComparedIsRefusedBeforeAnythingStarts() throws Exception {
    Ended ended =
        place.run(
            "run",
            "--check=engine/cleanup",
            "--profile=quick",
            "--baseline=faster.json",
            "--report-dir=none");

    assertThat(ended.exitCode()).isEqualTo(64);
    assertThat(ended.problems())
        .containsExactly(
            "harness: --baseline faster.json: nothing could be concluded: not the same checks:"
                + " engine/cleanup, before engine/creation");
    assertThat(place.directory().resolve("none")).doesNotExist();
  }

  @Test
  void aRunThatIsKeptHasAHistory() throws Exception {
    Ended ended = place.run("history", "base", "--keep=1", "--report-dir=trends");
    Ended none = place.run("history");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out())
        .containsPattern("20[0-9]{6}T[0-9]{6}Z-[0-9a-f]{8} +PASSED +1 of 1 +quick")
        .contains("1 runs, 1 like the newest; 0 new levels of ")
        .doesNotContain("removed");
    assertThat(place.directory().resolve("trends/history.html"))
        .content()
        .contains("engine/creation ", "\"axis\":\"run\"");
    assertThat(none.exitCode()).isEqualTo(64);
    assertThat(none.problems())
        .containsExactly("harness: harness-reports: there is no such directory");
  }

  @Test
  void twoReportsAreComparedInEachFormat() throws Exception {
    Ended ended =
        place.run("compare", "slower.json", "faster.json", "--report-dir=changes", "--quiet");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(List.of("comparison.json", "comparison.html", "comparison.md"))
        .allSatisfy(
            file -> assertThat(place.directory().resolve("changes/" + file)).isNotEmptyFile());
  }

  /** What pipelines call: the same, with the comparison in the comment on the pull request. */
  @Test
  void theGateOfAPipelineEndsAsTheComparison() throws Exception {
    Files.createDirectory(place.directory().resolve("main"));
    place.file("main/report.json", Files.readString(place.directory().resolve("faster.json")));
    var command = new ArrayList<String>();
    command.add(Path.of("deploy", "ci", "gate").toAbsolutePath().toString());
    command.addAll(List.of(System.getProperty("harness.jar"), "main", "out"));
    command.addAll(List.of(RUN).subList(1, RUN.length));

    var builder =
        new ProcessBuilder(command)
            .directory(place.directory().toFile())
            .redirectErrorStream(true)
            .redirectOutput(place.directory().resolve("gate.log").toFile());
    // Runs are compared that were made by the same Java.
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process gate = builder.start();

    assertThat(gate.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(gate.exitValue()).isEqualTo(1);
    assertThat(place.directory().resolve("out/comment.md"))
        .content()
        .contains("## ✅ harness: PASSED", "| regressed | response time P95 |");
    assertThat(place.directory().resolve("out/report.json")).isNotEmptyFile();
  }

  private static String[] with(String... options) {
    var all = new ArrayList<>(List.of(RUN));
    all.addAll(List.of(options));
    return all.toArray(String[]::new);
  }

  private static String altered(JsonNode report, double factor) {
    for (JsonNode load : WrittenReport.check(report, "engine/creation").path("timeline")) {
      for (String column : List.of("seconds", "p50_ms", "p95_ms", "p99_ms")) {
        ArrayNode scaled = JSON.createArrayNode();
        load.path(column).forEach(value -> scaled.add(value.asDouble() * factor));
        ((ObjectNode) load).set(column, scaled);
      }
    }
    return report.toString();
  }

  private static String texts(String reports, String file) throws IOException {
    try (var runs = Files.list(place.directory().resolve(reports))) {
      return Files.readString(runs.findFirst().orElseThrow().resolve(file));
    }
  }
}
