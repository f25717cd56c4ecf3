package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import dev.harness.testing.Alone;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command {@code run} with loads on the service and on PostgreSQL, and what it reports of them.
 */
@Alone
class RunUnderLoadIT {
  @TempDir Path home;

  @Test
  void loadsTheServiceAndTheWholeDatabaseSuite() throws Exception {
    Place place = ProgramRun.in(home);
    // Whether a connection is made in 10 or 30 ms is this machine's business, not the program's.
    place.file(
        "limits.json",
        """
        {"performance_thresholds": {
          "concurrent_requests": {
            "p50_response_time_max_ms": 1000,
            "p95_response_time_max_ms": 2000,
            "p99_response_time_max_ms": 3000,
            "cpu_utilization_max_percent": 100},
          "database_operations": {"connection_creation_max_ms": 1000}}}
        """);

    Ended ended =
        place.run(
            "run",
            "--profile=quick",
            "--thresholds=limits.json",
            "--suite=database",
            "--check=concurrent-requests,open-requests,dispatch-rate");

    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.out()).contains("9 of 9 checks passed");
    assertThat(ended.problems()).noneMatch(line -> line.contains("WARN"));
    JsonNode report = WrittenReport.in(place.directory());
    String requests = "concurrency/concurrent-requests";
    assertThat(WrittenReport.figure(report, requests, "requests_in_flight")).isEqualTo(1_000);
    String open = "concurrency/open-requests";
    assertThat(WrittenReport.figure(report, open, "response_time_p99")).isGreaterThan(30);
    assertThat(WrittenReport.figure(report, open, "generator_lag_p99")).isNotNegative();
    assertThat(WrittenReport.check(report, open).at("/phases/0/load").asText()).isEqualTo("steady");
    assertThat(WrittenReport.check(report, open).at("/phases/0/due").asInt()).isEqualTo(4_000);
    String transactions = "database/transaction-throughput";
    assertThat(WrittenReport.figure(report, transactions, "commits_confirmed")).isEqualTo(1);
    assertThat(WrittenReport.figure(report, transactions, "transaction_time_p95")).isPositive();
    assertThat(report.path("performance_metrics").path("websocket_events_per_second").asDouble())
        .isGreaterThan(1_000);
    assertThat(report.path("system_information").path("resource_use").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("harness", "target", "database_postmaster");
    assertThat(ended.processesLeft()).isEmpty();
    assertThat(place.temporaryFiles()).isEmpty();
  }
}
