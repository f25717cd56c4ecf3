package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import dev.harness.testing.RequiresTool;
import dev.harness.testing.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code run}, from its command line to its reports. */
class RunCommandIT {
  private static final String SHORTEST = "context/validation";
  private static final String ESCAPE = "\u001b";
  private static final String GREEN = ESCAPE + "[32m";

  @TempDir Path home;

  private Place place;

  @BeforeEach
  void preparePlace() throws Exception {
    place = ProgramRun.in(home);
  }

  @Test
  void judgesTheChecksThatItIsGiven() throws Exception {
    Ended ended = place.run("run", "--check", SHORTEST, "--check", "stress/user-limit");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out().lines().toList().get(0))
        .containsSubsequence("CHECK", "METRIC", "FIGURE", "LIMIT", "MARGIN");
    assertThat(ended.out())
        .containsPattern("✔ context/validation +invalid_contexts_refused +100 % +≥ 100 % +\\+0 %")
        .containsPattern("✔ stress/user-limit +\\w+ ")
        .contains("PASSED  2 of 2 checks passed", "exit code 0")
        .doesNotContain(ESCAPE);
    assertThat(ended.problems()).noneMatch(line -> line.contains("WARN"));
    assertThat(ended.processesLeft()).isEmpty();
    assertThat(place.temporaryFiles()).isEmpty();
  }

  @Test
  void writesAReportInTheLayoutThatPipelinesKnow() throws Exception {
    place.run("run", "--check", SHORTEST + ",stress/user-limit", "--profile", "quick");

    Path file = WrittenReport.file(place.directory());
    assertThat(file.toString()).matches(".*/[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}/report\\.json");
    JsonNode report = WrittenReport.read(file);
    assertThat(report.fieldNames())
        .toIterable()
        .containsExactly(
            "schema_version",
            "performance_test_summary",
            "system_information",
            "performance_metrics",
            "test_suite_results",
            "performance_thresholds",
            "alerts",
            "alerts_not_evaluated",
            "recommendations");
    JsonNode summary = report.path("performance_test_summary");
    assertThat(summary.path("timestamp").asText()).matches("[-0-9]{10}T[:.0-9]+Z");
    assertThat(summary.path("total_duration_seconds").asDouble()).isPositive();
    assertThat(summary.path("profile").asText()).isEqualTo("quick");
    assertThat(summary.path("test_suites_run").asInt()).isEqualTo(2);
    assertThat(summary.path("suites_passed").asInt()).isEqualTo(2);
    assertThat(summary.path("suites_failed").asInt(-1)).isZero();
    assertThat(summary.path("suites_error").asInt(-1)).isZero();
    assertThat(summary.path("suites_inconclusive").asInt(-1)).isZero();
    assertThat(summary.path("overall_status").asText()).isEqualTo("PASSED");
    assertThat(summary.path("partial").asBoolean(true)).isFalse();
    assertThat(report.path("system_information").fieldNames())
        .toIterable()
        .contains(
            "platform",
            "cpu_count",
            "memory_total_gb",
            "harness_version",
            "jvm",
            "quarkus_version");
    assertThat(report.path("performance_thresholds").path("unused").isEmpty()).isTrue();
    JsonNode check = WrittenReport.check(report, SHORTEST);
    assertThat(check.path("status").asText()).isEqualTo("PASSED");
    assertThat(check.path("judgements").path(0).fieldNames())
        .toIterable()
        .contains("metric", "unit", "value", "bound", "limit", "limit_from", "verdict");
  }

  @Test
  void aBrokenLimitFailsTheRunAndIsNamed() throws Exception {
    place.file(
        "limits.json",
        """
        {"performance_thresholds": {"context_creation": {"creation_rate_min_per_sec": 1e12}}}
        """);

    Ended ended =
        place.run(
            "run", "--check", "bulk-creation", "--thresholds", "limits.json", "--profile", "quick");

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.out())
        .containsPattern(
            "✘ context/bulk-creation +context_creation_rate +[0-9,.]+ /s +≥ 1,000,000,")
        .contains("FAILED  0 of 1 checks passed", "exit code 1");
    JsonNode report = WrittenReport.in(place.directory());
    assertThat(report.path("performance_test_summary").path("suites_failed").asInt()).isEqualTo(1);
    assertThat(report.path("recommendations").toString()).contains("context_creation_rate");
    assertThat(report.path("performance_metrics").path("context_creation_rate").asDouble())
        .isPositive();
  }

  @Test
  void theThresholdsFileOfTheFirstSuiteLoadsUnchanged() throws Exception {
    Path file = Path.of("..", "shared", "seed", "performance_thresholds.json").toAbsolutePath();
    assumeTrue(Files.exists(file), "the file of the first suite is not part of this project");

    Ended ended = place.run("run", "--check", SHORTEST, "--thresholds", file.toString());

    assertThat(ended.exitCode()).as(ended.err()).isZero();
  }

  @Test
  void aPipelineCollectsTheReportWhereItIsUsedTo() throws Exception {
    Ended ended = place.run("run", "--check", SHORTEST, "--generate-report", "--quiet");

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).startsWith("PASSED  1 of 1 checks passed").doesNotContain("FIGURE");
    List<Path> collected =
        place.files().stream().filter(path -> path.toString().endsWith(".json")).toList();
    assertThat(collected)
        .hasSize(2)
        .anyMatch(
            path -> path.toString().matches("performance_test_report_[0-9]{8}_[0-9]{6}.json"));
    assertThat(place.directory().resolve(collected.get(0)))
        .hasSameTextualContentAs(place.directory().resolve(collected.get(1)));
  }

  @Test
  void reportsGoWhereTheyAreWanted() throws Exception {
    Ended ended =
        place.run(
            "run",
            "--check",
            SHORTEST,
            "--verbose",
            "--report-dir=deep/er",
            "--output-file=it.json");

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.err()).contains("written: deep/er/", "written: it.json");
    assertThat(place.files()).extracting(Path::toString).contains("deep/er", "it.json").hasSize(11);
  }

  @Test
  void aSeedIsTakenReportedAndAnotherEachTimeOtherwise() throws Exception {
    place.run("run", "--check", SHORTEST, "--seed", "-9223372036854775808", "--report-dir=given");
    place.run("run", "--check", SHORTEST, "--report-dir=first");
    place.run("run", "--check", SHORTEST, "--report-dir=second");

    assertThat(seed("given")).isEqualTo(Long.MIN_VALUE);
    assertThat(seed("first")).isNotNegative().isNotEqualTo(seed("second"));
  }

  private long seed(String reports) throws Exception {
    JsonNode report = WrittenReport.under(place.directory().resolve(reports));
    return report.at("/performance_test_summary/seed").longValue();
  }

  @Test
  void listsWhatThereIsAndRunsNothing() throws Exception {
    Ended ended = place.run("run", "--list");

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).contains("context/validation", "database/connection-leaks", "[quick");
    assertThat(ended.err()).isEmpty();
    assertThat(place.files()).isEmpty();
  }

  @Test
  void listsWhatIsMeantAndRefusesWhatIsNotThere() throws Exception {
    Ended ended = place.run("run", "--list", "--suite", "engine");

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).contains("engine/creation").doesNotContain("context/validation");
    assertThat(place.run("run", "--list", "--check", "nosuch").exitCode()).isEqualTo(64);
    assertThat(place.run("run", "--list", "--thresholds", "nosuch").exitCode()).isEqualTo(64);
  }

  @Test
  void aUserWithoutAHomeFindsNothingInTheWorkingDirectory() throws Exception {
    Ended ended = place.with("JAVA_TOOL_OPTIONS", "-Duser.home=?").run("run", "--check", SHORTEST);

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(place.files()).extracting(Path::toString).noneMatch(name -> name.contains("?"));
  }

  @Test
  void aResultThatCannotBePrintedIsToldOf() throws Exception {
    assumeTrue(Files.isWritable(Path.of("/dev/full")), "needs a device that is always full");

    Ended ended = place.runInto(Path.of("/dev/full"), "run", "--list");

    assertThat(ended.exitCode()).isEqualTo(70);
    assertThat(ended.problems()).containsExactly("harness: standard output cannot be written");
  }

  @Test
  void aReportThatCannotBeWrittenIsNoPass() throws Exception {
    assumeTrue(Files.isWritable(Path.of("/dev/full")), "needs a device that is always full");

    Ended ended =
        place.run("run", "--check", SHORTEST, "--generate-report", "--output-file=/dev/full");

    assertThat(ended.exitCode()).isEqualTo(70);
    assertThat(ended.out())
        .contains("ERROR  1 of 1 checks passed", "exit code 70", "full cannot be written")
        .doesNotContain("PASSED");
    assertThat(Path.of("/dev/full")).exists();
  }

  @Test
  void theCommandLineWinsOverTheEnvironmentAndThatOverTheFile() throws Exception {
    place.file("harness.properties", "profile=full\ncheck=bulk-creation\nquiet=true\n");
    place.with("HARNESS_PROFILE", "quick");

    place.run("run", "--check", SHORTEST, "--quiet");
    JsonNode first = WrittenReport.in(place.directory());
    assertThat(profile(first)).isEqualTo("quick");
    assertThat(first.findValuesAsText("check")).contains(SHORTEST);

    place.run("run", "--check", SHORTEST, "--profile=standard", "--report-dir=second");
    JsonNode second = WrittenReport.under(place.directory().resolve("second"));
    assertThat(profile(second)).isEqualTo("standard");
  }

  private static String profile(JsonNode report) {
    return report.at("/performance_test_summary/profile").asText();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @RequiresTool(Tool.SCRIPT)
  void colourIsForTerminalsThatWantIt(boolean refused) throws Exception {
    if (refused) {
      place.with("NO_COLOR", "1");
    }
    Ended ended = place.with("TERM", "xterm").runOnTerminal(100, "run", "--check", SHORTEST);

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).contains("validation", "╌╌", "0:01 left");
    assertThat(ended.out().contains(GREEN)).isNotEqualTo(refused);
  }
}
