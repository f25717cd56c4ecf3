package dev.harness.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.stats.Median;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A load of a run, window by window; of a load in rounds, a round is a window.
 *
 * @param name check and phase
 * @param kind as {@code steady} or {@code burst}
 * @param windows whole ones: what is left over at the end of a load is no second of it
 */
record LoadSeries(String name, String kind, boolean inProcess, List<Window> windows) {
  /**
   * What is less than half as long as others, and has less than half of their work, is a rest. By
   * its length alone a round that went fast would be taken for one.
   */
  private static final double LEAST_SHARE = 0.5;

  /**
   * One window.
   *
   * @param p50 in ms, as the next two; NaN where nothing completed
   */
  record Window(double seconds, double due, double completed, double p50, double p95, double p99) {
    double perSecond() {
      return completed / seconds;
    }

    double successPercent() {
      return 100 * completed / due;
    }
  }

  static LoadSeries read(String check, JsonNode load) {
    double[] seconds = column(load, "seconds");
    double[] due = column(load, "due");
    double[] completed = column(load, "completed");
    double[] p50 = column(load, "p50_ms");
    double[] p95 = column(load, "p95_ms");
    double[] p99 = column(load, "p99_ms");
    for (double[] column : List.of(due, completed, p50, p95, p99)) {
      if (column.length != seconds.length) {
        throw new InvalidReportException(
            "the timeline of %s has columns of unlike length".formatted(check));
      }
    }
    var windows = new ArrayList<Window>();
    double leastSeconds = least(seconds);
    double leastDue = least(due);
    IntStream.range(0, seconds.length)
        .filter(i -> seconds[i] > 0 && due[i] > 0)
        .filter(i -> seconds[i] >= leastSeconds || due[i] >= leastDue)
        .forEach(
            i -> windows.add(new Window(seconds[i], due[i], completed[i], p50[i], p95[i], p99[i])));
    return new LoadSeries(
        check + ", " + load.path("phase").asText(),
        load.path("load").asText(),
        load.path("in_process").asBoolean(),
        List.copyOf(windows));
  }

  /** Windows in which something completed. */
  List<Window> alive() {
    return windows.stream().filter(window -> window.completed() > 0).toList();
  }

  /** Share of windows in which nothing completed. */
  double deadShare() {
    return windows.isEmpty() ? 0 : 1 - (double) alive().size() / windows.size();
  }

  private static double least(double[] column) {
    return column.length == 0 ? 0 : LEAST_SHARE * Median.of(column);
  }

  private static double[] column(JsonNode load, String name) {
    double[] values = new double[load.path(name).size()];
    Arrays.setAll(values, i -> load.path(name).path(i).asDouble(Double.NaN));
    return values;
  }
}
