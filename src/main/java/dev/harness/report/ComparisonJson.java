package dev.harness.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harness.compare.Change;
import dev.harness.compare.Comparison;
import dev.harness.compare.Curves;
import dev.harness.compare.MetricChange;
import dev.harness.compare.MetricChange.Scale;
import dev.harness.stats.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A comparison in JSON, written and read: of its own, and in the report of a run that was held
 * against another.
 */
final class ComparisonJson {
  private ComparisonJson() {}

  static void write(Comparison comparison, ObjectNode json) {
    json.put("base", comparison.base())
        .put("candidate", comparison.candidate())
        .put("conclusion", ChangeText.lowerCase(comparison.conclusion()))
        .put("forced", comparison.forced());
    ArrayNode differences = json.putArray("differences");
    comparison.differences().forEach(differences::add);
    ArrayNode changes = json.putArray("changes");
    comparison.changes().forEach(change -> write(change, changes.addObject()));
  }

  private static void write(MetricChange change, ObjectNode json) {
    json.put("metric", change.metric())
        .put("of", change.of())
        .put("gates", change.gates())
        .put("change", ChangeText.lowerCase(change.change()))
        .put("scale", ChangeText.lowerCase(change.scale()));
    change
        .worsening()
        .ifPresent(
            it -> {
              CheckJson.number(json, "worse_by", it.estimate());
              CheckJson.number(json, "lower", it.lower());
              CheckJson.number(json, "upper", it.upper());
              json.put("margin", change.margin());
            });
    json.put("note", change.note());
    if (!change.curves().base().isEmpty()) {
      write(change.curves(), json.putObject("curves"));
    }
  }

  private static void write(Curves curves, ObjectNode json) {
    json.put("unit", curves.unit()).put("step", ChangeText.lowerCase(curves.step()));
    write(curves.base(), json.putArray("base"));
    write(curves.candidate(), json.putArray("candidate"));
  }

  /** JSON has no NaN. */
  private static void write(List<Double> values, ArrayNode json) {
    values.forEach(
        value -> {
          if (value.isNaN()) {
            json.addNull();
          } else {
            json.add(value);
          }
        });
  }

  /**
   * What was written.
   *
   * @throws IllegalArgumentException where something in it is none of what there is
   */
  static Comparison read(JsonNode json) {
    return new Comparison(
        json.path("base").asText(),
        json.path("candidate").asText(),
        stream(json.path("differences")).map(JsonNode::asText).toList(),
        json.path("forced").asBoolean(),
        stream(json.path("changes")).map(ComparisonJson::change).toList());
  }

  private static MetricChange change(JsonNode json) {
    return new MetricChange(
        json.path("metric").asText(),
        json.path("of").asText(),
        json.path("gates").asBoolean(),
        named(Change.class, json.path("change")),
        worsening(json),
        json.path("margin").asDouble(),
        named(Scale.class, json.path("scale")),
        json.path("note").asText(),
        curves(json.path("curves")));
  }

  /** A bound that data do not have was not written. */
  private static Optional<Interval> worsening(JsonNode json) {
    return json.path("margin").isNumber()
        ? Optional.of(
            new Interval(
                json.path("lower").asDouble(Double.NEGATIVE_INFINITY),
                json.path("worse_by").asDouble(),
                json.path("upper").asDouble(Double.POSITIVE_INFINITY)))
        : Optional.empty();
  }

  private static Curves curves(JsonNode json) {
    return json.isObject()
        ? new Curves(
            json.path("unit").asText(),
            named(Curves.Step.class, json.path("step")),
            values(json.path("base")),
            values(json.path("candidate")))
        : Curves.NONE;
  }

  private static List<Double> values(JsonNode json) {
    return stream(json).map(value -> value.asDouble(Double.NaN)).toList();
  }

  private static <E extends Enum<E>> E named(Class<E> all, JsonNode json) {
    return Enum.valueOf(all, json.asText().toUpperCase(Locale.ROOT));
  }

  private static Stream<JsonNode> stream(JsonNode json) {
    return StreamSupport.stream(json.spliterator(), false);
  }
}
