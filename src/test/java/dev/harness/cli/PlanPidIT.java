package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import dev.harness.testing.peer.HttpPeer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --plan --pid}: the service is this process. */
class PlanPidIT {
  private static final String PID = "--pid=" + ProcessHandle.current().pid();

  @TempDir Path home;

  private Place place;

  @BeforeEach
  void preparePlace() throws Exception {
    place = ProgramRun.in(home);
  }

  @Test
  void whatTheServiceUsesIsReportedAndRulesActOnIt() throws Exception {
    place.file(
        "limits.json",
        """
        {"performance_thresholds": {"concurrent_requests": {"cpu_utilization_max_percent": 100}},
         "alerting_rules": {
          "critical": {"triggers": [{"name": "works", "trigger": "cpu_utilization > 0%", "for": "0s"}]},
          "warning": {"triggers": ["memory_growth > 100000MB", "system_crashes > 0"]}}}
        """);
    try (HttpPeer peer = HttpPeer.that(request -> request.response().end("well"))) {
      plan(peer.port());

      Ended ended = place.run("run", "--plan=plan.yaml", PID, "--thresholds=limits.json");

      assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(1);
      assertThat(ended.out()).contains("works");
    }
    JsonNode report = WrittenReport.in(place.directory());
    JsonNode figures = WrittenReport.check(report, "plan/ask").path("figures");
    assertThat(figures.at("/cpu_utilization/value").asDouble()).isPositive();
    assertThat(figures.at("/memory_growth/value").isNumber()).isTrue();
    assertThat(WrittenReport.check(report, "plan/ask").path("judgements").toString())
        .as("the file speaks of the process, too")
        .contains("concurrent_requests.cpu_utilization_max_percent");
    assertThat(report.toString()).doesNotContain("there is no process of the target");
  }

  @Test
  void withoutItNothingIsSaidOfAProcess() throws Exception {
    try (HttpPeer peer = HttpPeer.that(request -> request.response().end("well"))) {
      plan(peer.port());

      Ended ended = place.run("run", "--plan=plan.yaml");

      assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    }
    JsonNode check = WrittenReport.check(WrittenReport.in(place.directory()), "plan/ask");
    assertThat(check.path("figures").has("cpu_utilization")).isFalse();
  }

  @Test
  void oneThatIsNotThereOrOfNoPlanIsRefused() throws Exception {
    assertRefused(
        "--pid is of the service of a plan; the checks of other suites start their own",
        "run",
        "--check=single-creation",
        PID);
    plan(1);
    assertRefused(
        "--pid: there is no process 999999999", "run", "--plan=plan.yaml", "--pid=999999999");
  }

  private void assertRefused(String problem, String... arguments) throws Exception {
    Ended ended = place.run(arguments);

    assertThat(ended.exitCode()).isEqualTo(64);
    assertThat(ended.problems()).containsExactly("harness: " + problem);
  }

  private void plan(int port) throws Exception {
    place.file(
        "plan.yaml",
        """
        name: mine
        targets: { api: "http://127.0.0.1:%d" }
        users: 5
        scenarios:
          ask:
            load: { constant: 100, duration: 3s }
            steps: [ { request: "GET /" } ]
        """
            .formatted(port));
  }
}
