package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import dev.harness.testing.peer.HttpPeer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan that names the processes behind its targets, by their pid and by their metrics. */
class PlanProcessIT {
  @TempDir Path home;

  private Place place;

  @BeforeEach
  void preparePlace() throws Exception {
    place = ProgramRun.in(home);
  }

  /** The control and its counterpart: only what leaks is a breach, however it is looked at. */
  @Test
  void aServiceThatLeaksIsCaughtAndOneThatDoesNotIsLeftAlone() throws Exception {
    try (SmallService leaky = SmallService.start(home, "leaks");
        SmallService sound = SmallService.start(home, "sound")) {
      place.file(
          "plan.yaml",
          """
          name: mine
          targets:
            leaky: { url: "%1$s", pid: "${env:LEAKY}", thresholds: [ memory_slope <= 10000MB/h, memory_growth <= 900MB ] }
            leaky-metrics: { url: "%1$s", metrics: "%1$s/metrics", thresholds: [ memory_slope <= 10000MB/h ] }
            sound: { url: "%2$s", pid: %3$d, thresholds: [ memory_slope <= 10000MB/h, cpu_utilization <= 100%% ] }
            sound-metrics: { url: "%2$s", metrics: "%2$s/metrics", thresholds: [ memory_slope <= 10000MB/h, process_cpu <= 900%% ] }
          users: 5
          load: { constant: 200, duration: 6s }
          scenarios:
            all:
              steps:
                - { request: GET /, target: leaky, name: one }
                - { request: GET /, target: leaky-metrics, name: two }
                - { request: GET /, target: sound, name: three }
                - { request: GET /, target: sound-metrics, name: four }
          """
              .formatted(leaky.url(), sound.url(), sound.pid()));

      Ended ended =
          place
              .with("LEAKY", Long.toString(leaky.pid()))
              .run("run", "--plan=plan.yaml", "--verbose");

      assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(1);
      assertThat(verdicts())
          .containsEntry("leaky_memory_slope", "breach")
          .containsEntry("leaky_metrics_memory_slope", "breach")
          .containsEntry("sound_memory_slope", "pass")
          .containsEntry("sound_metrics_memory_slope", "pass")
          .containsEntry("leaky_memory_growth", "pass")
          .containsEntry("sound_cpu_utilization", "pass")
          .containsEntry("sound_metrics_process_cpu", "pass");
      assertThat(ended.out())
          .contains("the memory slope of sound is of what the heap holds right after collections");
    }
  }

  @Test
  void metricsThatEndWhileTheLoadLastsAreNoPass() throws Exception {
    var asked = new AtomicInteger();
    try (HttpPeer peer = peer(() -> asked.incrementAndGet() <= 2 ? 200 : 404)) {
      plan(peer.port(), "memory_growth <= 5MB, process_cpu <= 5000%");

      Ended ended = place.run("run", "--plan=plan.yaml", "--verbose");

      assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(3);
      assertThat(ended.out()).contains("status 404");
      assertThat(verdicts())
          .containsEntry("memory_growth", "no_data")
          .containsEntry("process_cpu", "no_data");
    }
  }

  @Test
  void metricsThatCannotBeHadStartNothing() throws Exception {
    try (HttpPeer peer = peer(() -> 503)) {
      plan(peer.port(), "memory_growth <= 5MB");

      Ended ended = place.run("run", "--plan=plan.yaml");

      assertThat(ended.exitCode()).isEqualTo(4);
      assertThat(ended.problems())
          .containsExactly(
              "harness: http://127.0.0.1:%d/metrics, the metrics of api, are not available: it"
                      .formatted(peer.port())
                  + " answers with status 503");
    }
  }

  private static HttpPeer peer(IntSupplier statusOfMetrics) {
    return HttpPeer.that(
        request -> {
          if (request.path().equals("/metrics")) {
            request.response().setStatusCode(statusOfMetrics.getAsInt());
          }
          request
              .response()
              .end("process_resident_memory_bytes 1000000\nprocess_cpu_seconds_total 1\n");
        });
  }

  private void plan(int port, String limits) throws Exception {
    place.file(
        "plan.yaml",
        """
        name: mine
        targets:
          api:
            url: http://127.0.0.1:%1$d
            metrics: http://127.0.0.1:%1$d/metrics
            thresholds: [ %2$s ]
        scenarios:
          ask:
            load: { constant: 100, duration: 1s }
            steps: [ { request: GET / } ]
        """
            .formatted(port, limits));
  }

  private Map<String, String> verdicts() throws Exception {
    var verdicts = new HashMap<String, String>();
    JsonNode suite = WrittenReport.in(place.directory()).at("/test_suite_results/plan");
    for (JsonNode judgement : suite.at("/checks/0/judgements")) {
      verdicts.put(judgement.path("metric").asText(), judgement.path("verdict").asText());
    }
    return verdicts;
  }
}
