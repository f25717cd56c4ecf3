package dev.harness.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a {@code report.json} says, under the names that Prometheus has for it. */
final class ReportedSeries {
  private static final List<String> OUTCOMES =
      List.of("completed", "refused", "failed", "timed_out", "expired", "unfinished", "dropped");

  private final Map<String, Double> series = new TreeMap<>();

  private ReportedSeries() {}

  /** By name and labels, as {@code name{label="value"}}, the labels in alphabetical order. */
  static Map<String, Double> of(JsonNode report) {
    var all = new ReportedSeries();
    JsonNode summary = report.path("performance_test_summary");
    all.put("run_info", 1, "profile", text(summary, "profile"), "run_id", text(summary, "run_id"));
    all.put("checks_planned", number(summary, "checks_planned"));
    report.findPath("checks").forEach(all::check);
    report.path("alerts").forEach(all::alert);
    report
        .at("/system_information/resource_use")
        .properties()
        .forEach(
            use ->
                all.put(
                    "process_resident_memory_bytes",
                    number(use.getValue(), "last_rss_bytes"),
                    "role",
                    use.getKey()));
    return all.series;
  }

  private void check(JsonNode json) {
    String check = text(json, "check");
    put("check_verdict", 1, "check", check, "verdict", text(json, "verdict"));
    put("check_duration_seconds", number(json, "duration_seconds"), "check", check);
    put("breaches_seen_total", json.path("breaches").size(), "check", check);
    json.path("figures")
        .properties()
        .forEach(figure -> figure(check, figure.getKey(), figure.getValue()));
    json.path("judgements").forEach(judgement -> judgement(check, judgement));
    json.path("phases").forEach(phase -> phase(check, phase));
  }

  private void figure(String check, String metric, JsonNode json) {
    put(
        "figure",
        number(json, "value"),
        "check",
        check,
        "metric",
        metric,
        "unit",
        text(json, "unit"));
  }

  private void judgement(String check, JsonNode json) {
    String metric = text(json, "metric");
    put(
        "limit",
        number(json, "limit"),
        "bound",
        text(json, "bound"),
        "check",
        check,
        "metric",
        metric,
        "unit",
        text(json, "unit"));
    put("margin_percent", number(json, "margin_percent"), "check", check, "metric", metric);
  }

  private void phase(String check, JsonNode json) {
    String load = text(json, "name");
    put("operations_due_total", number(json, "due"), "check", check, "load", load);
    for (String outcome : OUTCOMES) {
      double count = number(json, outcome);
      put("operations_total", count, "check", check, "load", load, "outcome", outcome);
    }
    json.path("reasons")
        .properties()
        .forEach(
            reason ->
                put(
                    "failures_total",
                    reason.getValue().asDouble(),
                    "check",
                    check,
                    "class",
                    reason.getKey(),
                    "load",
                    load));
    put("windows_total", number(json, "windows"), "check", check, "load", load);
    double notOffered = number(json, "windows_not_offered");
    put("windows_without_data_total", notOffered, "check", check, "load", load);
    for (String times : List.of("response_time", "service_time", "generator_lag")) {
      double samples = number(json.path(times + "_ms"), "samples");
      put(times + "_seconds_count", samples, "check", check, "load", load);
    }
  }

  private void alert(JsonNode json) {
    String[] labels = {
      "check", text(json, "check"),
      "load", text(json, "phase"),
      "rule", text(json, "rule"),
      "severity", text(json, "severity")
    };
    put("alerts_fired_total", number(json, "times_fired"), labels);
    put("alert_firing", text(json, "state").equals("firing") ? 1 : 0, labels);
  }

  /**
   * One series; none of what nobody could measure.
   *
   * @param labels a name, its value, and so on, by name
   */
  private void put(String name, double value, String... labels) {
    if (Double.isNaN(value)) {
      return;
    }
    var braced = new StringBuilder();
    for (int i = 0; i < labels.length; i += 2) {
      braced.append(i == 0 ? '{' : ',').append(labels[i]).append("=\"").append(labels[i + 1]);
      braced.append('"');
    }
    series.put("harness_" + name + (labels.length == 0 ? "" : braced + "}"), value);
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asText();
  }

  private static double number(JsonNode json, String field) {
    return json.path(field).asDouble(Double.NaN);
  }
}
