package dev.harness.monitor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harness.measure.Figure;
import dev.harness.plan.SourceMetric;
import java.util.Map;

/** What sources told, as JSON. */
final class SourcesJson {
  private SourcesJson() {}

  /** Each with how its figures went. */
  static void analysis(MonitorRecord record, ArrayNode sources) {
    for (SourceUse use : record.sources()) {
      ObjectNode json =
          sources
              .addObject()
              .put("source", use.source().text())
              .put("looks", use.told())
              .put("looks_without_answer", use.silent());
      use.source().of().ifPresent(process -> json.put("pid", process.pid()));
      use.silence().ifPresent(reason -> json.put("not_available", reason));
      use.gap().ifPresent(gap -> json.put("not_told", gap));
      if (use.heapSlope() instanceof Figure.Measured) {
        MonitorJson.put(json, "heap_slope_mb_per_hour", use.heapSlope());
      }
      ObjectNode figures = json.putObject("figures");
      use.courses()
          .forEach((metric, course) -> figures.set(metric.id(), figure(metric, course, figures)));
    }
  }

  private static ObjectNode figure(
      SourceMetric metric, SourceUse.Course course, ObjectNode factory) {
    return factory
        .objectNode()
        .put("unit", metric.unit().symbol())
        .put("first", course.first())
        .put("last", course.last())
        .put("mean", course.mean())
        .put("peak", course.peak());
  }

  /** What was read at one look: running totals as they are, with that in their names. */
  static void sample(Look look, ObjectNode sources) {
    for (Map.Entry<Subject.Source, Answer> answer : look.sources().entrySet()) {
      if (answer.getValue() instanceof Answer.Told told) {
        ObjectNode json = sources.putObject(answer.getKey().text());
        told.readings().values().forEach((metric, value) -> json.put(readName(metric), value));
      }
    }
  }

  private static String readName(SourceMetric metric) {
    return metric.kind() == SourceMetric.Kind.TOTAL ? metric.id() + "_total" : metric.id();
  }
}
