package dev.harness.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harness.run.RunRecord;
import dev.harness.testing.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReportTest {
  @TempDir private Path directory;

  @Test
  void tellsTheWholeRecord() throws IOException {
    Golden.assertSame("report.json", JsonReport.text(SampleRun.mixed(), Optional.empty()));
  }

  @Test
  void saysThatARunWasCutShort() throws IOException {
    JsonNode summary = summary(SampleRun.cutShort());

    assertThat(summary.get("partial").booleanValue()).isTrue();
    assertThat(summary.get("overall_status").textValue()).isEqualTo("INCONCLUSIVE");
    assertThat(summary.get("exit_code").intValue()).isEqualTo(130);
  }

  @Test
  void saysWhatWentWrongWithTheHarnessItself() throws IOException {
    JsonNode summary = summary(SampleRun.passed().with(List.of("events are lost")));

    assertThat(summary.get("harness_faults")).hasToString("[\"events are lost\"]");
    assertThat(summary.get("overall_status").textValue()).isEqualTo("ERROR");
    assertThat(summary.get("exit_code").intValue()).isEqualTo(70);
  }

  @Test
  void countsEachSuiteOnce() throws IOException {
    JsonNode summary = summary(SampleRun.mixed());

    assertThat(summary.get("test_suites_run").intValue()).isEqualTo(3);
    assertThat(
            summary.get("suites_passed").intValue()
                + summary.get("suites_failed").intValue()
                + summary.get("suites_error").intValue()
                + summary.get("suites_inconclusive").intValue())
        .isEqualTo(3);
  }

  @Test
  void writesWhatItSays() throws IOException {
    Path file = directory.resolve("report.json");

    JsonReport.write(SampleRun.passed(), Optional.empty(), file);

    assertThat(file).hasContent(JsonReport.text(SampleRun.passed(), Optional.empty()));
  }

  @Test
  void leavesNoFileWhereItCannotWrite() {
    Path file = directory.resolve("nowhere").resolve("report.json");

    assertThatThrownBy(() -> JsonReport.write(SampleRun.passed(), Optional.empty(), file))
        .isInstanceOf(IOException.class);
    assertThat(file).doesNotExist();
  }

  private static JsonNode summary(RunRecord record) throws IOException {
    return new ObjectMapper()
        .readTree(JsonReport.text(record, Optional.empty()))
        .get("performance_test_summary");
  }
}
