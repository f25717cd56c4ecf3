package dev.harness.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harness.compare.ComparedRun;
import dev.harness.compare.Comparison;
import dev.harness.measure.Figure;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.plan.Suite;
import dev.harness.plan.threshold.ConcurrentRequestLimits;
import dev.harness.plan.threshold.ContextCreationLimits;
import dev.harness.plan.threshold.DatabaseLimits;
import dev.harness.plan.threshold.ThresholdKey;
import dev.harness.plan.threshold.WebsocketLimits;
import dev.harness.run.CheckResult;
import dev.harness.run.RunRecord;
import dev.harness.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code report.json}: the whole record, in the layout that pipelines of the first suite read. */
public final class JsonReport {
  /** Raised whenever a reader of the version before would misread what is written. */
  public static final int SCHEMA_VERSION = 1;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** The names under which pipelines look for headline figures. */
  private static final Map<String, ThresholdKey> HEADLINES =
      Map.of(
          "context_creation_rate", ContextCreationLimits.CREATION_RATE,
          "concurrent_request_success_rate", ConcurrentRequestLimits.SUCCESS_RATE,
          "memory_efficiency_mb_per_1k", ContextCreationLimits.MEMORY_DELTA,
          "websocket_events_per_second", WebsocketLimits.EVENT_RATE,
          "database_transactions_per_second", DatabaseLimits.TRANSACTION_RATE);

  private final RunRecord record;
  private final Optional<Comparison> comparison;

  private JsonReport(RunRecord record, Optional<Comparison> comparison) {
    this.record = record;
    this.comparison = comparison;
  }

  /**
   * Writes the report to a file of its own.
   *
   * @throws IOException where the file cannot be written whole; then none is left, unless it is a
   *     device
   */
  public static void write(RunRecord record, Optional<Comparison> comparison, Path file)
      throws IOException {
    WholeFile.write(file, text(record, comparison));
  }

  /** The run as it takes part in a comparison. */
  public static ComparedRun compared(RunRecord record) {
    return ComparedRun.of("the run", new JsonReport(record, Optional.empty()).root());
  }

  static String text(RunRecord record, Optional<Comparison> comparison) throws IOException {
    return JSON.writeValueAsString(new JsonReport(record, comparison).root()) + "\n";
  }

  private ObjectNode root() {
    ObjectNode root = JSON.createObjectNode();
    root.put("schema_version", SCHEMA_VERSION);
    summary(root.putObject("performance_test_summary"));
    system(root.putObject("system_information"));
    headlines(root.putObject("performance_metrics"));
    suites(root.putObject("test_suite_results"));
    ThresholdsJson.write(record, root.putObject("performance_thresholds"));
    AlertsJson.write(record.alerts(), root);
    comparison.ifPresent(it -> ComparisonJson.write(it, root.putObject("comparison")));
    recommendations(root.putArray("recommendations"));
    return root;
  }

  private void summary(ObjectNode summary) {
    Map<Suite, Verdict> suites = verdicts();
    summary
        .put("run_id", record.plan().runId())
        .put("seed", record.plan().seed().value())
        .put("timestamp", record.started().toString())
        .put("total_duration_seconds", record.seconds())
        .put("profile", record.plan().profile().id())
        .put("test_suites_run", suites.size())
        .put("suites_passed", count(suites, Verdict.PASS))
        .put("suites_failed", count(suites, Verdict.BREACH))
        .put("suites_error", count(suites, Verdict.ERROR))
        .put(
            "suites_inconclusive",
            count(suites, Verdict.INCONCLUSIVE) + count(suites, Verdict.NO_DATA))
        .put("overall_status", record.verdict().status())
        .put("exit_code", record.exitCode().code())
        .put("checks_planned", record.plan().checks().size())
        .put("partial", record.interruption().isPresent())
        .put("aborted", record.aborted());
    ArrayNode faults = summary.putArray("harness_faults");
    record.faults().forEach(faults::add);
    ArrayNode notRun = summary.putArray("checks_not_run");
    record.notRun().forEach(check -> notRun.add(check.id().toString()));
    ArrayNode left = summary.putArray("checks_not_in_profile");
    record.plan().left().forEach(check -> left.add(check.id().toString()));
  }

  private void system(ObjectNode system) {
    var host = record.host();
    system
        .put("platform", host.platform())
        .put("platform_version", host.osVersion())
        .put("architecture", host.architecture())
        .put("cpu_model", host.cpuModel())
        .put("cpu_count", host.logicalCpus())
        .put("memory_total_gb", host.memoryBytes() / Unit.BYTES_PER_GIGABYTE);
    new TreeMap<>(record.facts()).forEach(system::put);
    ObjectNode use = system.putObject("resource_use");
    new TreeMap<>(record.use())
        .forEach(
            (role, used) ->
                use.putObject(role)
                    .put("samples", used.samples())
                    .put("peak_rss_bytes", used.peakRssBytes())
                    .put("last_rss_bytes", used.lastRssBytes())
                    .put("cpu_seconds", used.cpuNanos() / 1e9)
                    .put("peak_threads", used.peakThreads())
                    .put("peak_open_files", used.peakOpenFiles()));
  }

  private void headlines(ObjectNode metrics) {
    if (record.overallSuccess() instanceof Figure.Measured success) {
      metrics.put("overall_success_rate", success.value());
    }
    new TreeMap<>(HEADLINES)
        .forEach((name, key) -> figure(key.metric()).ifPresent(value -> metrics.put(name, value)));
  }

  private Optional<Double> figure(Metric metric) {
    return record.results().stream()
        .map(result -> result.findings().figures().get(metric))
        .filter(Figure.Measured.class::isInstance)
        .map(figure -> ((Figure.Measured) figure).value())
        .findFirst();
  }

  private void suites(ObjectNode suites) {
    verdicts()
        .forEach(
            (suite, verdict) -> {
              ObjectNode one = suites.putObject(suite.id()).put("status", verdict.status());
              ArrayNode checks = one.putArray("checks");
              of(suite).forEach(result -> check(result, checks.addObject()));
            });
  }

  private void check(CheckResult result, ObjectNode json) {
    CheckJson.write(record, result, json);
    ArrayNode loads = json.putArray("timeline");
    record
        .timeline(result.check().id())
        .ifPresent(timeline -> timeline.loads().forEach(load -> TimelineJson.write(load, loads)));
  }

  private void recommendations(ArrayNode recommendations) {
    Recommendations.of(record)
        .forEach(
            recommendation ->
                recommendations
                    .addObject()
                    .put("verdict", recommendation.verdict().id())
                    .put("check", recommendation.check())
                    .put("metric", recommendation.metric())
                    .put("text", recommendation.text()));
  }

  private Map<Suite, Verdict> verdicts() {
    var verdicts = new EnumMap<Suite, Verdict>(Suite.class);
    for (CheckResult result : record.results()) {
      verdicts.merge(
          result.check().id().suite(), result.verdict(), (a, b) -> Verdict.of(List.of(a, b)));
    }
    return verdicts;
  }

  private List<CheckResult> of(Suite suite) {
    return record.results().stream()
        .filter(result -> result.check().id().suite() == suite)
        .toList();
  }

  private static long count(Map<Suite, Verdict> suites, Verdict verdict) {
    return suites.values().stream().filter(verdict::equals).count();
  }
}
