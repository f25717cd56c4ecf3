package dev.harness.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.stats.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
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
    return of(report.toString(), ReportTree.read(report));
  }

  /**
   * A run that a report tells of.
   *
   * @param name of the report, for whoever has to mend it
   * @throws InvalidReportException where that is none that this version can read
   */
  public static ComparedRun of(String name, JsonNode report) {
    ReportTree.require(name, report);
    JsonNode summary = report.path("performance_test_summary");
    var loads = new LinkedHashMap<String, LoadSeries>();
    var figures = new ArrayList<MeasuredFigure>();
    var told = new TreeMap<String, String>();
    for (JsonNode check : ReportTree.checks(report)) {
      String id = check.path("check").asText();
      told.put(id, check.path("load").asText());
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
        Circumstances.of(report, told),
        Map.copyOf(loads),
        List.copyOf(figures));
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
