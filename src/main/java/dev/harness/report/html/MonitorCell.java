package dev.harness.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.metric.Unit;
import dev.harness.report.NumberText;

/** Values of a monitor's report, as the cells of its tables show them. */
final class MonitorCell {
  private static final NumberText NUMBERS = new NumberText(1);

  private MonitorCell() {}

  /** A dash where there is none. */
  static String number(JsonNode value, String unit) {
    return value.isNumber() ? (NUMBERS.of(value.asDouble(), Unit.COUNT) + " " + unit).strip() : "–";
  }

  static String megabytes(JsonNode bytes) {
    return bytes.isNumber()
        ? NUMBERS.of(bytes.asDouble() / Unit.BYTES_PER_MEGABYTE, Unit.MEGABYTES)
        : "–";
  }

  /** A figure with its bounds, where it has such, or why there is none. */
  static String estimate(JsonNode json, String name, String unit) {
    if (!json.path(name).isNumber()) {
      String why = json.path(name + "_missing").asText();
      return why.isEmpty() ? "–" : "– (" + why + ")";
    }
    String value = number(json.path(name), unit);
    JsonNode lower = json.path(name + "_lower");
    return lower.isNumber()
        ? "%s (%s to %s)"
            .formatted(value, number(lower, ""), number(json.path(name + "_upper"), unit))
        : value;
  }
}
