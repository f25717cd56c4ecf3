package dev.harness.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.harness.report.JsonReport;
import dev.harness.report.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparedRunTest {
  private static final Path REPORTS = Path.of("src", "test", "resources", "reports");

  @TempDir private Path directory;

  @Test
  void aWrittenReportIsTheRunItTellsOf() throws IOException {
    Path file = directory.resolve("report.json");
    JsonReport.write(SampleRun.mixed(), Optional.empty(), file);

    assertThat(ComparedRun.read(file)).isEqualTo(JsonReport.compared(SampleRun.mixed()));
    assertThat(ComparedRun.read(file).loads())
        .containsKey("concurrency/concurrent-requests, requests");
  }

  /** Whoever raises the version of what is written says whether the one before is still read. */
  @Test
  void readsWhatIsWritten() {
    assertThat(ReportTree.NEWEST_SCHEMA).isEqualTo(JsonReport.SCHEMA_VERSION);
  }

  /**
   * Of version 1 before there were timelines: read, and nothing is concluded from what it lacks.
   */
  @Test
  void anOlderReportStaysReadable() throws IOException {
    ComparedRun old = ComparedRun.read(REPORTS.resolve("version-1-without-timeline.json"));

    assertThat(old.id()).isEqualTo("k3x9");
    assertThat(old.loads()).isEmpty();
    assertThat(old.figures()).isNotEmpty();
    assertThat(Comparer.compare(old, old, List.of(), false).conclusion())
        .isEqualTo(Change.INCONCLUSIVE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"schema_version\": 1; :1:21: is not JSON, or cut off",
        "[]; : is no report of harness",
        "{\"schema_version\": 1}; : is no report of harness",
        "{\"schema_version\": 99, \"performance_test_summary\": {}, \"test_suite_results\": {}};"
            + " : is a report of schema version 99, and this harness reads up to 1: use a newer one"
      })
  void whatIsNoReportIsRefused(String text, String says) throws IOException {
    Path file = Files.writeString(directory.resolve("report.json"), text);

    assertThatExceptionOfType(InvalidReportException.class)
        .isThrownBy(() -> ComparedRun.read(file))
        .withMessage(file + says);
  }
}
