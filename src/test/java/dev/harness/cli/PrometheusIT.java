package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import dev.harness.testing.RequiresTool;
import dev.harness.testing.Tool;
import dev.harness.testing.peer.HttpPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus has of a run when that has ended is what the run reports. */
@RequiresTool(Tool.PROMETHEUS)
class PrometheusIT {
  /** Known before there is a run, and none that a connection gets by chance. */
  private static final int PORT = 19_464;

  private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(harness_\\w+)` \\|");

  /** Times have three significant digits. */
  private static final double ROUNDING = 0.002;

  @TempDir Path home;
  @TempDir Path prometheusHome;

  @Test
  void hasEveryMetricThatIsDocumentedAndTheFiguresOfTheReport() throws Exception {
    Place place = ProgramRun.in(home);
    Map<String, Double> scraped = scrapedRun(place);
    JsonNode report = WrittenReport.in(place.directory());
    Map<String, Double> reported = ReportedSeries.of(report);

    assertThat(names(scraped)).isEqualTo(documented());
    assertThat(reported).hasSizeGreaterThan(50);
    assertThat(scraped).containsAllEntriesOf(reported);
    assertThat(scraped.keySet()).noneMatch(series -> series.contains("user-"));
    for (String check : new String[] {"plan/ask", "plan/quiet"}) {
      JsonNode told = WrittenReport.check(report, check);
      assertPercentile(scraped, told, "response_time", "p50", 0.5);
      assertPercentile(scraped, told, "service_time", "p95", 0.95);
    }
  }

  /** A run that fails at some of its requests, and of which a rule warns. */
  private Map<String, Double> scrapedRun(Place place) throws Exception {
    place.file(
        "limits.json",
        """
        {"alerting_rules": {"warning": {"triggers": [
          {"name": "fails", "trigger": "error_rate > 1%", "for": "0s"}]}}}
        """);
    var number = new AtomicInteger();
    try (PrometheusServer prometheus = PrometheusServer.thatScrapes(PORT, prometheusHome);
        HttpPeer peer =
            HttpPeer.that(
                request ->
                    request
                        .response()
                        .setStatusCode(number.incrementAndGet() % 10 == 0 ? 500 : 200)
                        .end("well"))) {
      place.file("plan.yaml", plan(peer.port()));
      prometheus.awaitNobody();
      Ended ended =
          place.run(
              "run",
              "--plan=plan.yaml",
              "--thresholds=limits.json",
              "--pid=" + ProcessHandle.current().pid(),
              "--metrics-port=" + PORT);
      assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
      prometheus.awaitNobody();
      return prometheus.query("last_over_time({job=\"harness\",__name__=~\"harness_.+\"}[1h])");
    }
  }

  private static String plan(int port) {
    return """
        name: mine
        targets: { api: "http://127.0.0.1:%d" }
        users: 5
        scenarios:
          ask: { load: { constant: 100, duration: 2s }, steps: [ { request: "GET /" } ] }
          quiet: { load: { constant: 100, duration: 1s }, steps: [ { request: "GET /" } ] }
        thresholds: [ success_rate >= 50%% ]
        """
        .formatted(port);
  }

  /** Buckets that end before it have fewer operations than it takes, and the others not. */
  private static void assertPercentile(
      Map<String, Double> scraped, JsonNode check, String times, String name, double quantile) {
    JsonNode reported = check.at("/phases/0/" + times + "_ms");
    double seconds = reported.path(name).asDouble() / 1_000;
    double rank = Math.ceil(quantile * reported.path("samples").asDouble());
    Pattern bucket =
        Pattern.compile(
            "harness_%s_seconds_bucket\\{check=%s,le=\"([^+]+)\",.+"
                .formatted(times, check.path("check")));
    var ends = new TreeMap<Double, Double>();
    scraped.forEach(
        (series, count) -> {
          Matcher matcher = bucket.matcher(series);
          if (matcher.matches()) {
            ends.put(Double.parseDouble(matcher.group(1)), count);
          }
        });
    assertThat(ends).hasSize(20);
    assertThat(ends.headMap(seconds * (1 - ROUNDING)).values()).allMatch(count -> count < rank);
    assertThat(ends.tailMap(seconds * (1 + ROUNDING)).values()).allMatch(count -> count >= rank);
  }

  private static Set<String> documented() throws IOException {
    return DOCUMENTED
        .matcher(Files.readString(Path.of("docs/metrics.md")))
        .results()
        .map(row -> row.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** As they are documented: parts of a histogram are no metrics of their own. */
  private static Set<String> names(Map<String, Double> scraped) {
    return scraped.keySet().stream()
        .map(series -> series.replaceFirst("\\{.*", "").replaceFirst("_(bucket|count|sum)$", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
