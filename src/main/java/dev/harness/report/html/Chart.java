package dev.harness.report.html;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harness.report.TerminalText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/**
 * What a chart shows.
 *
 * @param title what it is of
 * @param summary what whoever cannot see it should know
 * @param axis how its points lie
 * @param unit of its values
 * @param x rising
 * @param lines with a value for each x; NaN where there is none
 * @param marks moments that something happened at
 */
record Chart(
    String title,
    String summary,
    Axis axis,
    String unit,
    List<Double> x,
    List<Line> lines,
    List<Mark> marks) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** As much as a screen can show: a page may have a hundred thousand points. */
  private static final MathContext SHOWN = new MathContext(4);

  private static final MathContext PLACED = new MathContext(5);

  /** How points lie, and values with them. */
  enum Axis {
    /** By seconds since the start of the check; values from 0 on. */
    TIME,
    /** By −log10(1 − q) of a percentile q; values on a logarithmic scale. */
    PERCENTILE,
    /** By windows, the first being 1; values from 0 on. */
    WINDOW,
    /** By pairs of runs, in the same way. */
    PAIR,
    /** By runs, in the same way. */
    RUN;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  record Line(String name, List<Double> values) {}

  /**
   * Something that happened.
   *
   * @param severity as the style of the page knows it
   */
  record Mark(double at, String text, String severity) {}

  /** As the script of the page reads it. */
  ObjectNode json() {
    ObjectNode json = JSON.createObjectNode();
    json.put("title", TerminalText.line(title)).put("axis", axis.id()).put("unit", unit);
    numbers(x, PLACED, json.putArray("x"));
    ArrayNode all = json.putArray("lines");
    for (Line line : lines) {
      ObjectNode one = all.addObject().put("name", TerminalText.line(line.name()));
      numbers(line.values(), SHOWN, one.putArray("values"));
    }
    ArrayNode moments = json.putArray("marks");
    for (Mark mark : marks) {
      moments
          .addObject()
          .put("at", mark.at())
          .put("text", TerminalText.line(mark.text()))
          .put("severity", mark.severity());
    }
    return json;
  }

  /** JSON has no NaN. */
  private static void numbers(List<Double> values, MathContext digits, ArrayNode array) {
    values.forEach(
        value -> {
          if (Double.isFinite(value)) {
            array.add(new BigDecimal(value).round(digits));
          } else {
            array.addNull();
          }
        });
  }
}
