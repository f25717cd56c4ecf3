package dev.harness.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.harness.plan.AlertRule;
import dev.harness.plan.AlertRule.Severity;
import dev.harness.plan.EnvironmentRequirements;
import dev.harness.plan.Ruleset;
import dev.harness.plan.TestConfiguration;
import dev.harness.plan.threshold.DatabaseLimits;
import dev.harness.plan.threshold.LoadLimits;
import dev.harness.plan.threshold.ThresholdCatalogue;
import dev.harness.plan.threshold.ThresholdKey;
import dev.harness.plan.threshold.Thresholds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdsFileTest {
  private static final Path SEED = Path.of("..", "shared", "seed", "performance_thresholds.json");

  @TempDir Path dir;

  @Test
  void theShippedFileHasEveryKeyButTheOneThatIsOnlyReportedWithoutALimit() {
    var expected = new ArrayList<>(ThresholdCatalogue.keys());
    expected.remove(LoadLimits.BREAKING_POINT);

    assertThat(ThresholdsFile.shipped().thresholds().keys())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void theShippedFileSaysWhatHoldsWhereAFileSaysNothing() {
    Ruleset shipped = ThresholdsFile.shipped();

    assertThat(shipped.configuration()).isEqualTo(TestConfiguration.DEFAULT);
    assertThat(shipped.requirements()).isEqualTo(EnvironmentRequirements.DEFAULT);
    assertThat(shipped.alertRules()).hasSize(13);
    assertThat(shipped.thresholds().limits().values())
        .extracting(Thresholds.Limit::origin)
        .containsOnly("default");
  }

  @Test
  void theSeedsFileLoadsUnchanged() throws IOException {
    Assumptions.assumeTrue(Files.exists(SEED), "the seed is not part of the repository");
    Ruleset seed = ThresholdsFile.parse("seed", Files.readAllBytes(SEED));
    Ruleset shipped = ThresholdsFile.shipped();

    var ours =
        List.of(
            "context_creation.memory_per_context_max_kb",
            "memory_management.permanent_leak_max_kb_per_1k",
            "load_testing.stress_test.breaking_point_min_per_sec");
    var expected = new ArrayList<>(ThresholdCatalogue.keys());
    expected.removeIf(key -> ours.contains(key.path()));
    assertThat(seed.thresholds().keys()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(expected)
        .allSatisfy(key -> assertThat(value(seed, key)).isEqualTo(value(shipped, key)));
    assertThat(seed.alertRules())
        .extracting(AlertRule::trigger)
        .contains("success_rate < 90%", "throughput_improvement > 20%")
        .hasSize(13);
    assertThat(seed.configuration()).isEqualTo(shipped.configuration());
    assertThat(seed.requirements()).isEqualTo(shipped.requirements());
  }

  @Test
  void theUsersLimitsLieOverTheShippedOnes() throws IOException {
    Path file =
        write(
            """
            {"performance_thresholds": {"database_operations": {"query_execution_max_ms": 5},
             "load_testing": {"stress_test": {"auto_recovery_required": false}}}}
            """);

    Thresholds thresholds = ThresholdsFile.read(file).thresholds();

    assertThat(thresholds.limit(DatabaseLimits.QUERY))
        .contains(new Thresholds.Limit(5, file.toString()));
    assertThat(thresholds.limit(LoadLimits.AUTO_RECOVERY))
        .contains(new Thresholds.Limit(0, file.toString()));
    assertThat(thresholds.limit(LoadLimits.GRACEFUL)).contains(new Thresholds.Limit(1, "default"));
    assertThat(thresholds.keys()).isEqualTo(ThresholdsFile.shipped().thresholds().keys());
  }

  @Test
  void readsSettings() {
    TestConfiguration configuration =
        ThresholdsFile.parse(
                "mine",
                """
                {"test_configuration": {"default_test_timeout_seconds": 1.5,
                 "memory_sampling_interval_ms": 250, "gc_force_frequency": 7,
                 "metric_precision_decimal_places": 0, "concurrent_test_batch_size": 33,
                 "load_test_ramp_up_duration_seconds": 0,
                 "load_test_ramp_down_duration_seconds": 0.25}}
                """)
            .configuration();

    assertThat(configuration)
        .isEqualTo(
            new TestConfiguration(
                Duration.ofMillis(1_500),
                Duration.ofMillis(250),
                7,
                0,
                33,
                Duration.ZERO,
                Duration.ofMillis(250)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0", "1e1", "10"})
  void aWholeNumberMayBeWrittenInAnyWay(String number) {
    assertThat(
            ThresholdsFile.parse(
                    "mine", "{\"test_configuration\": {\"gc_force_frequency\": " + number + "}}")
                .configuration()
                .gcForceFrequency())
        .isEqualTo(10);
  }

  @Test
  void anEmptyObjectSaysNothing() {
    Ruleset ruleset = ThresholdsFile.parse("mine", "{}");

    assertThat(ruleset.thresholds().keys()).isEmpty();
    assertThat(ruleset.alertRules()).isEmpty();
    assertThat(ruleset.configuration()).isEqualTo(TestConfiguration.DEFAULT);
  }

  @Test
  void aRuleIsItsTriggerOrAnObjectWithANameAndTimes() {
    List<AlertRule> rules =
        ThresholdsFile.parse(
                "mine",
                """
                {"alerting_rules": {
                  "critical": {"triggers": [
                    "error_rate > 1%",
                    {"name": "slow", "trigger": "response_time_p99.9 > 2000ms",
                     "for": "90s", "keep_firing_for": 20.5}]},
                  "info": {"triggers": [
                    {"trigger": "throughput < 10/s", "for": "300"},
                    {"trigger": "throughput < 5/s", "keep_firing_for": "5m"}]}}}
                """)
            .alertRules();

    assertThat(rules)
        .extracting(
            AlertRule::name,
            AlertRule::severity,
            rule -> rule.forDuration().toMillis(),
            rule -> rule.keepFiringFor().toMillis())
        .containsExactly(
            tuple("error_rate > 1%", Severity.CRITICAL, 5_000L, 5_000L),
            tuple("slow", Severity.CRITICAL, 90_000L, 20_500L),
            tuple("throughput < 10/s", Severity.INFO, 300_000L, 5_000L),
            tuple("throughput < 5/s", Severity.INFO, 5_000L, 300_000L));
  }

  @Test
  void readsWhatAnEditorOfWindowsWrites() {
    String text = "\uFEFF{\r\n\"alerting_rules\": {}\r\n}\r\n";

    assertThat(ThresholdsFile.parse("mine", text).alertRules()).isEmpty();
  }

  @Test
  void saysThatAFileIsNotThere() {
    assertRefused(dir.resolve("none.json"), ": there is no such file");
  }

  @Test
  void saysThatItIsADirectory() {
    assertRefused(dir, ": is a directory, not a thresholds file");
  }

  @Test
  void saysThatItMayNotBeRead() throws IOException {
    Path file = write("{}");
    Assumptions.assumeTrue(file.toFile().setReadable(false));
    Assumptions.assumeFalse(Files.isReadable(file), "root reads everything");

    assertRefused(file, ": this user may not read it");
  }

  @Test
  void readsAtMostAMebibyte() throws IOException {
    String padding = " ".repeat((1 << 20) - 2);

    assertThat(ThresholdsFile.read(write("{}" + padding)).alertRules()).isEmpty();
    assertRefused(
        write("{}" + padding + " "), ": has more than 1,048,576 bytes; no thresholds file has");
  }

  @Test
  void isNotHeldUpByAFileWithoutEnd() {
    Path zeros = Path.of("/dev/zero");
    Assumptions.assumeTrue(Files.exists(zeros));

    assertRefused(zeros, ": has more than 1,048,576 bytes; no thresholds file has");
  }

  private static void assertRefused(Path file, String message) {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> ThresholdsFile.read(file))
        .withMessage(file + message);
  }

  private static double value(Ruleset ruleset, ThresholdKey key) {
    return ruleset.thresholds().limit(key).orElseThrow().value();
  }

  private Path write(String text) throws IOException {
    return Files.write(dir.resolve("mine.json"), text.getBytes(StandardCharsets.UTF_8));
  }
}
