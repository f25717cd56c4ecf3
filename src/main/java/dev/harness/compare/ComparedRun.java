package dev.harness.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harness.stats.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;

/**
 * A run as far as it takes part in a comparison.
 *
 * @param id of the run
 * @param partial whether it was cut short
 * @param circumstances of which two runs must have the same, by name
 * @param loads by name
 * @param figures of all checks
 */
public record ComparedRun(
    String id,
    boolean partial,
    Circumstances circumstances,
    Map<String, LoadSeries> loads,
    List<MeasuredFigure> figures) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LONGEST = 256L << 20;

  /** The newest version of the schema of reports that is read. */
  static final int NEWEST_SCHEMA = 1;

  /**
   * A figure of a check.
   *
   * @param bounds the value alone, where it was counted or read
   * @param limit that it was judged by
   */
  record MeasuredFigure(String metric, Interval bounds, OptionalDouble limit) {}

  /**
   * A run that a report tells of.
   *
   * @throws InvalidReportException where that is none that this version can read
   * @throws IOException where the file cannot be read
   */
  public static ComparedRun read(Path report) throws IOException {
    if (Files.size(report) > LONGEST) {
      throw new InvalidReportException("%s: is too large for a report".formatted(report));
    }
    try {
      return of(report.toString(), JSON.readTree(report.toFile()));
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new InvalidReportException(
          "%s:%d:%d: is not JSON, or cut off"
              .formatted(
                  report, at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr()));
    }
  }

  /**
   * A run that a report tells of.
   *
   * @param name of the report, for whoever has to mend it
   * @throws InvalidReportException where that is none that this version can read
   */
  public static ComparedRun of(String name, JsonNode report) {
    JsonNode version = report.path("schema_version");
    JsonNode summary = report.path("performance_test_summary");
    if (!version.isInt() || !summary.isObject() || !report.path("test_suite_results").isObject()) {
      throw new InvalidReportException("%s: is no report of harness".formatted(name));
    }
    if (version.intValue() > NEWEST_SCHEMA) {
      throw new InvalidReportException(
          "%s: is a report of schema version %d, and this harness reads up to %d: use a newer one"
              .formatted(name, version.intValue(), NEWEST_SCHEMA));
    }
    var loads = new LinkedHashMap<String, LoadSeries>();
    var figures = new ArrayList<MeasuredFigure>();
    var names = new ArrayList<String>();
    for (JsonNode check : checks(report)) {
      String id = check.path("check").asText();
      names.add(id);
      for (JsonNode load : check.path("timeline")) {
        LoadSeries series = LoadSeries.read(id, load);
        loads.put(series.name(), series);
      }
      check
          .path("figures")
          .properties()
          .forEach(
              figure -> figure(figure.getKey(), figure.getValue(), check).ifPresent(figures::add));
    }
    return new ComparedRun(
        summary.path("run_id").asText(),
        summary.path("partial").asBoolean(),
        Circumstances.of(report, names),
        Map.copyOf(loads),
        List.copyOf(figures));
  }

  private static List<JsonNode> checks(JsonNode report) {
    return StreamSupport.stream(report.path("test_suite_results").spliterator(), false)
        .flatMap(suite -> StreamSupport.stream(suite.path("checks").spliterator(), false))
        .toList();
  }

  private static Optional<MeasuredFigure> figure(String metric, JsonNode figure, JsonNode check) {
    if (!figure.path("value").isNumber()) {
      return Optional.empty();
    }
    double value = figure.path("value").asDouble();
    var bounds =
        new Interval(
            figure.path("lower").asDouble(value), value, figure.path("upper").asDouble(value));
    OptionalDouble limit =
        StreamSupport.stream(check.path("judgements").spliterator(), false)
            .filter(judgement -> judgement.path("metric").asText().equals(metric))
            .filter(judgement -> judgement.path("limit").isNumber())
            .mapToDouble(judgement -> judgement.path("limit").asDouble())
            .findFirst();
    return Optional.of(new MeasuredFigure(metric, bounds, limit));
  }
}
