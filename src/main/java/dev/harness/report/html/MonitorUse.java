package dev.harness.report.html;

import static dev.harness.report.html.MonitorSeries.number;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.metric.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What processes and their host used, in tables and in charts. */
final class MonitorUse {
  private static final String HOST = "host";
  private static final String PERCENT = "%";
  private static final String MEGABYTES = "MB";

  private final JsonNode root;
  private final MonitorSeries series;
  private final Page page;

  MonitorUse(JsonNode root, MonitorSeries series, Page page) {
    this.root = root;
    this.series = series;
    this.page = page;
  }

  void write() {
    JsonNode processes = root.at("/memory_analysis/processes");
    memory(processes).on(page.markup());
    processor().on(page.markup());
    page.markup().open("div", "class", "charts");
    processes.forEach(process -> charts(process).forEach(page::figure));
    host().forEach(page::figure);
    page.markup().close("div");
  }

  private static Table memory(JsonNode processes) {
    var table =
        new Table(
            "Resident memory; growth by Sen's slope with its 90 % interval",
            1, "Process", "Start", "End", "Peak", "Mean", "Growth", "Growth of", "Ended");
    for (JsonNode process : processes) {
      table.row(
          name(process),
          MonitorCell.megabytes(process.path("start_bytes")),
          MonitorCell.megabytes(process.path("end_bytes")),
          MonitorCell.megabytes(process.path("peak_bytes")),
          MonitorCell.megabytes(process.path("mean_bytes")),
          MonitorCell.estimate(process, "slope_mb_per_hour", Unit.MEGABYTES_PER_HOUR.symbol()),
          process.path("slope_of").asText("–"),
          MonitorCell.number(process.path("ended_seconds"), "s"));
    }
    return table;
  }

  private Table processor() {
    var table =
        new Table("Processor time", 1, "Process", "Used", "Of one core, at the end", "At most");
    for (JsonNode process : root.at("/cpu_analysis/processes")) {
      table.row(
          name(process),
          MonitorCell.number(process.path("used_seconds"), "s"),
          MonitorCell.number(process.path("percent_of_one_core"), PERCENT),
          MonitorCell.number(process.path("peak_percent_of_one_core"), PERCENT));
    }
    return table;
  }

  /** As alarms name it, too. */
  private static String name(JsonNode process) {
    return "process %s (%s)".formatted(process.path("pid").asText(), process.path("name").asText());
  }

  private List<Chart> charts(JsonNode process) {
    String name = name(process);
    var charts = new ArrayList<Chart>();
    charts.addAll(
        series.chart(
            name + ": memory",
            "Resident, from %s to %s."
                .formatted(
                    MonitorCell.megabytes(process.path("start_bytes")),
                    MonitorCell.megabytes(process.path("end_bytes"))),
            MEGABYTES,
            Map.of(
                "resident", series.values(look -> megabytes(of(process, look).path("rss_bytes")))),
            series.marks(name, "memory")));
    charts.addAll(
        series.chart(
            name + ": processor",
            "100 % is one core.",
            PERCENT,
            Map.of(
                "processor",
                series.rates(look -> 100 * number(of(process, look).path("cpu_seconds")))),
            series.marks(name, "cpu")));
    var held = new LinkedHashMap<String, List<Double>>();
    held.put("threads", series.values(look -> number(of(process, look).path("threads"))));
    held.put("open files", series.values(look -> number(of(process, look).path("open_files"))));
    charts.addAll(
        series.chart(
            name + ": threads and open files",
            "Sockets are open files, too.",
            "",
            held,
            series.marks(name, "files")));
    return charts;
  }

  private static JsonNode of(JsonNode process, JsonNode look) {
    return look.path("processes").path(process.path("pid").asText());
  }

  private List<Chart> host() {
    var charts = new ArrayList<Chart>();
    charts.addAll(
        series.chart(
            "host: memory",
            "In use, of %s."
                .formatted(MonitorCell.megabytes(root.at("/memory_analysis/host/total_bytes"))),
            MEGABYTES,
            Map.of("in use", series.values(look -> megabytes(host(look, "memory_used_bytes")))),
            series.marks(HOST, "memory")));
    charts.addAll(
        series.chart(
            "host: processor",
            "Of all %s processors together."
                .formatted(root.at("/cpu_analysis/logical_cpus").asText()),
            PERCENT,
            Map.of("processor", series.values(look -> number(host(look, "cpu_percent")))),
            series.marks(HOST, "cpu")));
    return charts;
  }

  private static JsonNode host(JsonNode look, String field) {
    return look.path(HOST).path(field);
  }

  private static double megabytes(JsonNode bytes) {
    return number(bytes) / Unit.BYTES_PER_MEGABYTE;
  }
}
