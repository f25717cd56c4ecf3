package dev.harness.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.report.WrittenMonitor;
import dev.harness.report.html.Chart.Axis;
import dev.harness.report.html.Chart.Line;
import dev.harness.report.html.Chart.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How a monitor's figures went from look to look, and when alarms came to fire. */
final class MonitorSeries {
  private static final int LEAST_LOOKS = 2;

  private final List<JsonNode> looks;
  private final List<Double> seconds;
  private final List<JsonNode> fired;

  MonitorSeries(JsonNode root) {
    looks = WrittenMonitor.elements(root.path("raw_samples"));
    seconds = values(look -> number(look.path("at_seconds")));
    fired = WrittenMonitor.elements(root.at("/alerts/fired"));
  }

  /**
   * A chart of what was read; none where there were too few looks.
   *
   * @param lines by name, what each is of a look
   * @param marks alarms that speak of it
   */
  List<Chart> chart(
      String title,
      String summary,
      String unit,
      Map<String, List<Double>> lines,
      List<Mark> marks) {
    if (looks.size() < LEAST_LOOKS) {
      return List.of();
    }
    List<Line> drawn =
        lines.entrySet().stream().map(line -> new Line(line.getKey(), line.getValue())).toList();
    return List.of(new Chart(title, summary, Axis.TIME, unit, seconds, drawn, marks));
  }

  /** Of each look; no number where it does not tell it. */
  List<Double> values(ToDoubleFunction<JsonNode> of) {
    return looks.stream().map(of::applyAsDouble).toList();
  }

  /** Growth in a second, between each look and the one before; no number where it is none. */
  List<Double> rates(ToDoubleFunction<JsonNode> total) {
    List<Double> totals = values(total);
    var rates = new ArrayList<Double>();
    for (int i = 0; i < totals.size(); i++) {
      double grown = i == 0 ? Double.NaN : totals.get(i) - totals.get(i - 1);
      rates.add(grown >= 0 ? grown / (seconds.get(i) - seconds.get(i - 1)) : Double.NaN);
    }
    return rates;
  }

  /** When alarms of that subject first fired; an empty category is any. */
  List<Mark> marks(String subject, String category) {
    return fired.stream()
        .filter(alarm -> alarm.path("subject").asText().equals(subject))
        .filter(alarm -> category.isEmpty() || alarm.path("category").asText().equals(category))
        .map(
            alarm ->
                new Mark(
                    alarm.path("first_fired_seconds").asDouble(),
                    alarm.path("rule").asText(),
                    alarm.path("severity").asText()))
        .toList();
  }

  static double number(JsonNode value) {
    return value.asDouble(Double.NaN);
  }
}
