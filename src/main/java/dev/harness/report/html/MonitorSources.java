package dev.harness.report.html;

import static dev.harness.report.html.MonitorSeries.number;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.metric.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each source told, in a table and in a chart for each unit: so connections, too. */
final class MonitorSources {
  private final JsonNode source;
  private final String name;
  private final MonitorSeries series;

  private MonitorSources(JsonNode source, MonitorSeries series) {
    this.source = source;
    this.name = source.path("source").asText();
    this.series = series;
  }

  /** All of them; nothing where there was none. */
  static void write(JsonNode root, MonitorSeries series, Page page) {
    JsonNode all = root.path("source_analysis");
    if (all.isEmpty()) {
      return;
    }
    page.markup()
        .open("section", "aria-labelledby", "sources")
        .element("h2", "Sources", "id", "sources");
    all.forEach(source -> new MonitorSources(source, series).write(page));
    page.markup().close("section");
  }

  private void write(Page page) {
    for (String silence : List.of("not_available", "not_told")) {
      if (source.has(silence)) {
        page.markup().element("p", name + ": " + source.path(silence).asText(), "class", "trouble");
      }
    }
    var table = new Table(name, 1, "Figure", "First", "Last", "Mean", "Peak");
    source
        .path("figures")
        .properties()
        .forEach(figure -> row(figure.getKey(), figure.getValue(), table));
    table.on(page.markup());
    page.markup().open("div", "class", "charts");
    byUnit().forEach((unit, lines) -> chart(unit, lines).forEach(page::figure));
    page.markup().close("div");
  }

  private static void row(String figure, JsonNode course, Table table) {
    String unit = course.path("unit").asText();
    table.row(
        figure,
        MonitorCell.number(course.path("first"), unit),
        MonitorCell.number(course.path("last"), unit),
        MonitorCell.number(course.path("mean"), unit),
        MonitorCell.number(course.path("peak"), unit));
  }

  private Map<String, Map<String, List<Double>>> byUnit() {
    var units = new LinkedHashMap<String, Map<String, List<Double>>>();
    source
        .path("figures")
        .properties()
        .forEach(
            figure -> {
              String unit = figure.getValue().path("unit").asText();
              units
                  .computeIfAbsent(unit, it -> new LinkedHashMap<>())
                  .put(figure.getKey(), values(figure.getKey(), unit));
            });
    return units;
  }

  /** Of a running total its growth in a second; where that is a share of time, in percent. */
  private List<Double> values(String figure, String unit) {
    List<Double> levels = series.values(look -> number(read(look, figure)));
    double scale = unit.equals(Unit.PERCENT.symbol()) ? 100 : 1;
    return levels.stream().allMatch(level -> level.isNaN())
        ? series.rates(look -> scale * number(read(look, figure + "_total")))
        : levels;
  }

  private JsonNode read(JsonNode look, String figure) {
    return look.path("sources").path(name).path(figure);
  }

  private List<Chart> chart(String unit, Map<String, List<Double>> lines) {
    return series.chart(
        "%s: %s".formatted(name, unit.isEmpty() ? "counts" : unit),
        String.join(", ", lines.keySet()) + ".",
        unit,
        lines,
        series.marks(name, ""));
  }
}
