package dev.harness.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harness.compare.Comparison;
import dev.harness.compare.MetricChange;

/** A comparison in JSON: of its own, and in the report of a run that was held against another. */
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
  }
}
