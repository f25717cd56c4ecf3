package dev.harness.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A run as its history knows it.
 *
 * @param name of its directory
 * @param timestamp of its start, as the report has it
 * @param status as {@code PASSED}
 * @param passed how many of its checks did
 * @param checks how many were to run
 * @param circumstances of the machine and the profile: which checks ran makes no figure another
 * @param figures those that were judged and measured, in the order of the report
 */
public record StoredRun(
    String name,
    String timestamp,
    String status,
    String profile,
    int passed,
    int checks,
    Circumstances circumstances,
    Map<Judged, Value> figures) {

  /** What is judged of a check. */
  public record Judged(String check, String metric) {}

  /**
   * What it came to.
   *
   * @param unit empty for plain counts
   * @param limit NaN where there was none
   * @param moreIsWorse whether the limit is one from above
   */
  public record Value(double value, String unit, double limit, boolean moreIsWorse) {}

  /**
   * The run that a report tells of.
   *
   * @param name of its directory
   * @throws InvalidReportException where it is none that this version can read
   * @throws IOException where the file cannot be read
   */
  public static StoredRun read(String name, Path report) throws IOException {
    return of(name, ReportTree.read(report));
  }

  static StoredRun of(String name, JsonNode report) {
    JsonNode summary = report.path("performance_test_summary");
    var loads = new TreeMap<String, String>();
    var figures = new LinkedHashMap<Judged, Value>();
    int passed = 0;
    for (JsonNode check : ReportTree.checks(report)) {
      String id = check.path("check").asText();
      loads.put(id, check.path("load").asText());
      passed += check.path("verdict").asText().equals("pass") ? 1 : 0;
      for (JsonNode judgement : check.path("judgements")) {
        if (judgement.path("value").isNumber()) {
          figures.put(new Judged(id, judgement.path("metric").asText()), value(judgement));
        }
      }
    }
    return new StoredRun(
        name,
        summary.path("timestamp").asText(),
        summary.path("overall_status").asText(),
        summary.path("profile").asText(),
        passed,
        summary.path("checks_planned").asInt(),
        likeAny(report, loads),
        figures);
  }

  /** Runs of more or fewer checks have a history together. */
  private static Circumstances likeAny(JsonNode report, SortedMap<String, String> loads) {
    var values = new LinkedHashMap<>(Circumstances.of(report, loads).values());
    values.keySet().removeIf(name -> name.equals(Circumstances.CHECKS));
    return new Circumstances(values);
  }

  private static Value value(JsonNode judgement) {
    return new Value(
        judgement.path("value").asDouble(),
        judgement.path("unit").asText(),
        judgement.path("limit").asDouble(Double.NaN),
        !judgement.path("bound").asText().equals("≥"));
  }
}
