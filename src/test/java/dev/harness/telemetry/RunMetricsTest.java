package dev.harness.telemetry;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.measure.Resolution;
import dev.harness.plan.AlertRule;
import dev.harness.plan.AlertRule.Severity;
import dev.harness.plan.EnvironmentRequirements;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.Profile;
import dev.harness.plan.Ruleset;
import dev.harness.plan.TestConfiguration;
import dev.harness.plan.threshold.DatabaseLimits;
import dev.harness.plan.threshold.Thresholds;
import dev.harness.plan.threshold.Thresholds.Limit;
import dev.harness.random.Seed;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.FakeCheck;
import dev.harness.run.Findings;
import dev.harness.run.Interruption;
import dev.harness.run.NoTargets;
import dev.harness.run.RunEvent;
import dev.harness.run.RunEvents;
import dev.harness.run.RunPlan;
import dev.harness.run.Runner;
import dev.harness.run.drive.InlineLoop;
import dev.harness.run.drive.Phase;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import dev.harness.time.ManualTicker;
import dev.harness.verdict.Criterion;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RunMetricsTest {
  private static final int OPERATIONS = 200;
  private static final Pattern TOLD = Pattern.compile("(?m)^# TYPE (\\S+) (\\S+)$");
  private static final Pattern DOCUMENTED =
      Pattern.compile("(?m)^\\| `(harness_\\w+)` \\| (\\w+) \\|");

  private final ManualTicker ticker = new ManualTicker();
  private final RunMetrics metrics = new RunMetrics();

  @Test
  void beforeARunThereIsNothing() {
    assertThat(metrics.text(null).text()).isEmpty();
  }

  @Test
  void tellsWhatBecameOfEachOperation() {
    run(n -> n % 10 == 0 ? Outcome.failed("status-500") : Outcome.COMPLETED);

    assertThat(lines("check=\"context/it\",load=\"requests\""))
        .contains(
            "harness_operations_due_total{check=\"context/it\",load=\"requests\",} 200.0",
            "harness_operations_total{check=\"context/it\",load=\"requests\",outcome=\"completed\",} 180.0",
            "harness_operations_total{check=\"context/it\",load=\"requests\",outcome=\"failed\",} 20.0",
            "harness_operations_total{check=\"context/it\",load=\"requests\",outcome=\"dropped\",} 0.0",
            "harness_failures_total{check=\"context/it\",load=\"requests\",class=\"status-500\",} 20.0",
            "harness_response_time_seconds_count{check=\"context/it\",load=\"requests\",} 180.0",
            "harness_response_time_seconds_bucket{check=\"context/it\",load=\"requests\",le=\"+Inf\",} 180.0");
  }

  @Test
  void tellsHowACheckWasJudgedAndByHowMuch() {
    run(n -> Outcome.COMPLETED);

    assertThat(lines("check=\"context/it\""))
        .contains(
            "harness_check_verdict{check=\"context/it\",verdict=\"pass\",} 1.0",
            "harness_check_verdict{check=\"context/it\",verdict=\"breach\",} 0.0",
            "harness_figure{check=\"context/it\",metric=\"query_execution_time_p95\",unit=\"ms\",} 25.0",
            "harness_limit{check=\"context/it\",metric=\"query_execution_time_p95\",unit=\"ms\",bound=\"≤\",} 100.0",
            "harness_margin_percent{check=\"context/it\",metric=\"query_execution_time_p95\",} 75.0");
  }

  @Test
  void tellsAlertsThatFire() {
    run(n -> n % 2 == 0 ? Outcome.failed("status-500") : Outcome.COMPLETED);

    assertThat(lines("rule=\"error_rate > 10%\""))
        .contains(
            "harness_alerts_fired_total{check=\"context/it\",load=\"requests\",rule=\"error_rate > 10%\",severity=\"warning\",} 1.0");
  }

  /** A service can give any number of them: the text has an end. */
  @Test
  void classesOfFailuresAreBounded() {
    run(n -> Outcome.failed("class-" + n));

    List<String> classes =
        lines("harness_failures_total{").stream().filter(line -> line.contains("load")).toList();
    assertThat(classes).hasSize(50);
    assertThat(classes).anyMatch(line -> line.contains("class=\"other\",} 151.0"));
  }

  @Test
  void tellsWhatProcessesUsedLast() {
    run(n -> Outcome.COMPLETED);
    for (long n = 1; n <= 2; n++) {
      metrics.accept(
          Long.MAX_VALUE,
          new RunEvent.Sampled(
              ticker.wallTime(),
              new NoTargets().probe().host(),
              Map.of("target", new ProcessSample(n * 100, 500, n * 2_000_000_000L, 7, 9))));
    }

    assertThat(lines("role=\"target\""))
        .contains(
            "harness_process_resident_memory_bytes{role=\"target\",} 200.0",
            "harness_process_cpu_seconds_total{role=\"target\",} 4.0",
            "harness_process_threads{role=\"target\",} 7.0");
  }

  @Test
  void noUserIsInIt() {
    run(n -> Outcome.COMPLETED);

    assertThat(metrics.text(null).text()).doesNotContain("user-");
  }

  @Test
  void tellsItAsOpenMetricsToWhoeverWantsThat() {
    run(n -> Outcome.COMPLETED);

    RunMetrics.Text text = metrics.text("application/openmetrics-text; version=1.0.0");
    assertThat(text.contentType()).startsWith("application/openmetrics-text");
    assertThat(text.text()).endsWith("# EOF\n");
  }

  @Test
  void tellsTheSameAsOtlp() {
    run(n -> n % 10 == 0 ? Outcome.failed("status-500") : Outcome.COMPLETED);

    Instant now = ticker.wallTime();
    RunMetrics.Text text = metrics.otlp(now);
    assertThat(text.contentType()).isEqualTo("application/json");
    Map<String, JsonObject> told = otlp(text.text());
    assertThat(told.keySet())
        .isEqualTo(
            lines("harness_").stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .map(name -> name.replaceFirst("_(bucket|count|sum)$", ""))
                .collect(Collectors.toSet()));
    JsonObject sum = requireNonNull(told.get("harness_operations_total")).getJsonObject("sum");
    assertThat(sum.getInteger("aggregationTemporality")).isEqualTo(2);
    assertThat(sum.getBoolean("isMonotonic")).isTrue();
    assertThat(sum.getJsonArray("dataPoints").encode())
        .contains(
            "{\"key\":\"outcome\",\"value\":{\"stringValue\":\"failed\"}}", "\"asDouble\":20.0");
    JsonObject times =
        requireNonNull(told.get("harness_response_time_seconds"))
            .getJsonObject("histogram")
            .getJsonArray("dataPoints")
            .getJsonObject(0);
    assertThat(times.getString("count")).isEqualTo("180");
    assertThat(times.getJsonArray("bucketCounts")).hasSize(21);
    assertThat(times.getJsonArray("explicitBounds")).hasSize(20);
    assertThat(
            times.getJsonArray("bucketCounts").stream()
                .mapToLong(count -> Long.parseLong((String) count))
                .sum())
        .isEqualTo(180);
  }

  /** Metrics by name. */
  private static Map<String, JsonObject> otlp(String text) {
    var metrics = new TreeMap<String, JsonObject>();
    new JsonObject(text)
        .getJsonArray("resourceMetrics")
        .getJsonObject(0)
        .getJsonArray("scopeMetrics")
        .getJsonObject(0)
        .getJsonArray("metrics")
        .forEach(it -> metrics.put(((JsonObject) it).getString("name"), (JsonObject) it));
    return metrics;
  }

  @Test
  void eachMetricIsDocumentedAndEachThatIsDocumentedIsThere() throws IOException {
    run(n -> Outcome.COMPLETED);
    metrics.accept(
        Long.MAX_VALUE,
        new RunEvent.Sampled(ticker.wallTime(), new NoTargets().probe().host(), Map.of()));

    assertThat(found(DOCUMENTED, Files.readString(Path.of("docs/metrics.md"))))
        .isEqualTo(found(TOLD, metrics.text(null).text()))
        .hasSizeGreaterThan(20);
  }

  private static Set<String> found(Pattern pattern, String in) {
    Set<String> found = new TreeSet<>();
    pattern.matcher(in).results().forEach(it -> found.add(it.group(1) + " " + it.group(2)));
    return found;
  }

  private List<String> lines(String with) {
    return metrics.text(null).text().lines().filter(line -> line.contains(with)).toList();
  }

  /** A run of one check, whose operations end as a test says. */
  private void run(IntFunction<Outcome> outcome) {
    var number = new AtomicInteger();
    Check check =
        new FakeCheck(
            "it",
            Budget.seconds(1, 1, 1),
            List.of(Criterion.key(DatabaseLimits.QUERY)),
            rig -> {
              rig.drive(
                  new Phase(
                      "requests",
                      Closed.of(1, OPERATIONS),
                      rig.users(3),
                      Resolution.MICROSECONDS,
                      Duration.ofSeconds(1),
                      attempt -> Future.succeededFuture(outcome.apply(number.getAndIncrement()))));
              return Findings.NONE.with(DatabaseLimits.QUERY, Figure.of(25));
            },
            true);
    var rules =
        new Ruleset(
            new Thresholds(Map.of(DatabaseLimits.QUERY, new Limit(100, "mine"))),
            List.of(rule()),
            TestConfiguration.DEFAULT,
            EnvironmentRequirements.DEFAULT);
    var plan = new RunPlan("run-1", new Seed(1), Profile.QUICK, List.of(check), false, rules);
    RunEvents events = RunEvents.inline(ticker);
    events.judge(metrics);
    new Runner(new NoTargets(), InlineLoop.driver(ticker), events, new Interruption(), ticker)
        .run(plan, plan.selected());
  }

  /** At once: its one window is all there is. */
  private static AlertRule rule() {
    AlertRule usual = AlertRule.parse("error_rate > 10%", Severity.WARNING);
    return new AlertRule(
        usual.name(), usual.condition(), Severity.WARNING, Duration.ZERO, Duration.ZERO);
  }
}
