package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A critical alert that ends a run, in the real program. */
class AbortOnBreachIT {
  private static final String SUSTAINED = "load/sustained";

  @TempDir Path home;

  private Place place;

  /** Each request takes 10 ms of work: the rule holds from the first second on. */
  @BeforeEach
  void preparePlace() throws Exception {
    place = ProgramRun.in(home).with("HARNESS_ABORT_ON_BREACH", "true");
    place.file(
        "limits.json",
        """
        {"alerting_rules": {"critical": {"triggers": [
           {"name": "slow", "trigger": "response_time_p95 > 1ms", "for": 1}]}},
         "test_configuration": {"load_test_ramp_up_duration_seconds": 0}}
        """);
  }

  @Test
  void endsInOrderAndSaysWhy() throws Exception {
    Ended ended =
        place.run("run", "--check", SUSTAINED + ",stress/user-limit", "--thresholds=limits.json");

    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(1);
    assertThat(ended.out())
        .contains(
            "✘ load/sustained                       aborted: critical alert fired:",
            "– stress/user-limit                    not run",
            "FAILED",
            "partial: aborted by a critical alert",
            "critical alert \"slow\" in load/sustained, sustained: response_time_p95 > 1ms fired");
    assertThat(ended.processesLeft()).isEmpty();
    Path written = WrittenReport.file(place.directory());
    JsonNode report = WrittenReport.read(written);
    JsonNode summary = report.path("performance_test_summary");
    assertThat(summary.path("aborted").asBoolean()).isTrue();
    assertThat(summary.path("exit_code").asInt()).isEqualTo(1);
    assertThat(summary.path("checks_not_run").toString()).isEqualTo("[\"stress/user-limit\"]");
    JsonNode phase = WrittenReport.check(report, SUSTAINED).path("phases").path(0);
    assertThat(phase.path("due").asInt()).isBetween(100, 1_500);

    String itsOwn = Files.readString(written);
    Files.delete(written);
    Ended again = place.run("report", "harness-reports");
    assertThat(again.exitCode()).as(again.err()).isEqualTo(1);
    assertThat(written).hasContent(itsOwn);
  }
}
