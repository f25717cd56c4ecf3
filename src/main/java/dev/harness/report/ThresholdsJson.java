package dev.harness.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harness.metric.Unit;
import dev.harness.plan.threshold.ThresholdCatalogue;
import dev.harness.plan.threshold.ThresholdKey;
import dev.harness.plan.threshold.Thresholds.Limit;
import dev.harness.run.RunRecord;

/** The limits of a run in {@code report.json}, in the layout of a thresholds file. */
final class ThresholdsJson {
  private ThresholdsJson() {}

  static void write(RunRecord record, ObjectNode json) {
    var thresholds = record.plan().ruleset().thresholds();
    for (ThresholdKey key : ThresholdCatalogue.keys()) {
      thresholds.limit(key).ifPresent(limit -> put(section(json, key), key, limit));
    }
    ArrayNode unused = json.putArray("unused");
    record.unused().stream().map(ThresholdKey::path).sorted().forEach(unused::add);
  }

  private static ObjectNode section(ObjectNode json, ThresholdKey key) {
    ObjectNode section = json;
    for (String name : key.section().split("\\.", -1)) {
      section = section.withObjectProperty(name);
    }
    return section;
  }

  private static void put(ObjectNode section, ThresholdKey key, Limit limit) {
    if (key.metric().unit() == Unit.YES_NO) {
      section.put(key.name(), limit.value() != 0);
    } else {
      section.put(key.name(), limit.value());
    }
  }
}
