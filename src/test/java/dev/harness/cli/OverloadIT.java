package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import dev.harness.testing.Alone;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that ask for more than the reference service has room for, at their smallest scale. */
@Alone
class OverloadIT {
  private static final String BREAKING_POINT = "stress/breaking-point";
  private static final String RECOVERY = "stress/recovery";
  private static final String EXHAUSTION = "stress/resource-exhaustion";
  private static final String GRACEFUL = "stress/graceful-degradation";

  @TempDir Path home;

  private Place place;

  @BeforeEach
  void preparePlace() throws Exception {
    place = ProgramRun.in(home);
  }

  /** It has room for 150 requests of 100 ms each: 1,500 a second. */
  @Test
  void findsWhereTheServiceBreaksAndHowItGivesWay() throws Exception {
    place.file(
        "limits.json",
        """
        {"performance_thresholds": {"load_testing": {"stress_test":
          {"breaking_point_min_per_sec": 1000000}}}}
        """);

    Ended ended =
        place.run(
            "run",
            "--check",
            BREAKING_POINT + "," + GRACEFUL,
            "--thresholds=limits.json",
            "--verbose");

    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(1);
    assertThat(ended.out())
        .contains("requests a second: ", "scalability", "1 of 2 checks passed")
        .containsPattern("✘ stress/breaking-point +breaking_point .*1,000,000");
    JsonNode report = WrittenReport.in(place.directory());
    assertThat(WrittenReport.figure(report, BREAKING_POINT, "breaking_point"))
        .isBetween(100.0, 1_600.0);
    assertThat(WrittenReport.figure(report, GRACEFUL, "graceful_degradation")).isEqualTo(1);
    JsonNode levels = WrittenReport.check(report, GRACEFUL).path("phases");
    assertThat(levels.findValuesAsText("name"))
        .containsExactly(
            "10 at once", "25 at once", "50 at once", "100 at once", "200 at once", "300 at once");
    assertThat(levels.path(0).path("completed").asInt()).isEqualTo(300);
    assertThat(levels.path(5).path("refused").asInt()).isPositive();
    assertThat(ended.processesLeft()).isEmpty();
    assertThat(place.temporaryFiles()).isEmpty();
  }

  /** It has room for 150 requests, for as many users as come. */
  @Test
  void usesUpRoomFilesAndConnections() throws Exception {
    Ended ended = place.run("run", "--check", EXHAUSTION, "--verbose");

    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    JsonNode report = WrittenReport.in(place.directory());
    assertThat(WrittenReport.figure(report, EXHAUSTION, "exhaustion_unexplained")).isZero();
    assertThat(WrittenReport.figure(report, EXHAUSTION, "exhaustion_users_served"))
        .isBetween(150.0, 199.0);
    assertThat(WrittenReport.figure(report, EXHAUSTION, "exhaustion_open_files"))
        .isGreaterThan(500);
    assertThat(WrittenReport.figure(report, EXHAUSTION, "exhaustion_heap")).isBetween(128.0, 256.0);
    JsonNode phases = WrittenReport.check(report, EXHAUSTION).path("phases");
    assertThat(phases.path(1).path("refused").asInt()).isPositive();
    assertThat(phases.path(2).path("completed").asInt()).isBetween(150, 199);
    assertThat(phases.path(3).path("completed").asInt()).isEqualTo(200);
    assertThat(ended.processesLeft()).isEmpty();
  }

  @Test
  void overloadsTheServiceAndRestartsPostgresqlWhileRequestsGoOn() throws Exception {
    Ended ended = place.run("run", "--check", RECOVERY, "--verbose");

    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.err()).doesNotContain("Exception");
    JsonNode report = WrittenReport.in(place.directory());
    assertThat(WrittenReport.figure(report, RECOVERY, "auto_recovery")).isEqualTo(1);
    // The server stops and starts: that takes a while, and fails whoever comes meanwhile.
    assertThat(WrittenReport.figure(report, RECOVERY, "database_recovery_time")).isPositive();
    assertThat(WrittenReport.figure(report, RECOVERY, "transactions_failed_in_restart"))
        .isPositive();
    JsonNode service = WrittenReport.check(report, RECOVERY).path("phases").path(0);
    assertThat(service.path("refused").asInt()).isPositive();
    assertThat(service.path("failed").asInt(-1)).isZero();
    assertThat(ended.processesLeft()).isEmpty();
    assertThat(place.temporaryFiles()).isEmpty();
  }
}
