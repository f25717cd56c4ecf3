package dev.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.harness.compare.Comparison;
import dev.harness.run.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema of reports: what is written is valid, and what is broken is not. */
class ReportSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FIXTURES = Path.of("src", "test", "resources", "reports");
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(ReportSchemaTest.class.getResourceAsStream("/schema/report.schema.json"));

  static Stream<RunRecord> runs() {
    return Stream.of(
        SampleRun.passed(), SampleRun.mixed(), SampleRun.cutShort(), SampleRun.hostile());
  }

  @ParameterizedTest
  @MethodSource("runs")
  void whatIsWrittenIsValid(RunRecord run) throws IOException {
    assertThat(SCHEMA.validate(tree(run, Optional.empty()))).isEmpty();
  }

  @Test
  void soIsARunThatWasHeldAgainstAnother() throws IOException {
    Comparison comparison = SampleComparison.regressed();

    assertThat(SCHEMA.validate(tree(SampleRun.passed(), Optional.of(comparison)))).isEmpty();
  }

  /** Within a version, whoever reads by the schema of today reads what was written before. */
  @Test
  void soIsAnOlderReport() throws IOException {
    JsonNode older = JSON.readTree(FIXTURES.resolve("version-1-without-timeline.json").toFile());

    assertThat(SCHEMA.validate(older)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/schema_version, 2",
    "/performance_test_summary/overall_status, \"GREEN\"",
    "/performance_test_summary/exit_code, 2",
    "/system_information/cpu_count, 0",
    "/test_suite_results/concurrency/checks/0/phases/0/due, -1",
    "/test_suite_results/concurrency/checks/0/judgements/0/value, null",
    "/test_suite_results/concurrency/checks/0/timeline/0/p95_ms, 5"
  })
  void whatIsBrokenIsNot(String path, String value) throws IOException {
    JsonNode report = tree(SampleRun.mixed(), Optional.empty());
    int slash = path.lastIndexOf('/');
    var parent = (ObjectNode) report.at(path.substring(0, slash));
    assertThat(parent.has(path.substring(slash + 1))).as("it is there to be broken").isTrue();
    parent.set(path.substring(slash + 1), JSON.readTree(value));

    assertThat(SCHEMA.validate(report)).isNotEmpty();
  }

  private static JsonNode tree(RunRecord run, Optional<Comparison> comparison) throws IOException {
    return JSON.readTree(JsonReport.text(run, comparison));
  }
}
