package dev.harness.telemetry;

import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Metrics in the JSON form of OpenTelemetry's protocol (OTLP 1.0, {@code
 * ExportMetricsServiceRequest}): whole numbers of 64 bits are texts there.
 *
 * @param startNanos when counters began, since 1970, as a text
 * @param nowNanos when they were read
 */
record OtlpJson(String startNanos, String nowNanos) {
  /** Counters tell what there was since the start, not since they were told last. */
  private static final int CUMULATIVE = 2;

  static OtlpJson between(Instant start, Instant now) {
    return new OtlpJson(nanos(start), nanos(now));
  }

  private static String nanos(Instant at) {
    return Long.toString(Duration.between(Instant.EPOCH, at).toNanos());
  }

  String text(List<MetricFamilySamples> families) {
    var metrics = new JsonArray();
    families.stream()
        .filter(family -> !family.samples.isEmpty())
        .forEach(family -> metrics.add(metric(family)));
    var scope =
        new JsonObject()
            .put("scope", new JsonObject().put("name", "harness"))
            .put("metrics", metrics);
    var resource =
        new JsonObject()
            .put(
                "resource",
                new JsonObject()
                    .put("attributes", new JsonArray().add(attribute("service.name", "harness"))))
            .put("scopeMetrics", new JsonArray().add(scope));
    return new JsonObject().put("resourceMetrics", new JsonArray().add(resource)).encode();
  }

  /** Counters are called as Prometheus calls them, and as they are documented. */
  private JsonObject metric(MetricFamilySamples family) {
    boolean counter = family.type == Collector.Type.COUNTER;
    var metric =
        new JsonObject()
            .put("name", counter ? family.samples.get(0).name : family.name)
            .put("description", family.help);
    if (family.type == Collector.Type.HISTOGRAM) {
      return metric.put("histogram", cumulative(histograms(family)));
    }
    var points = new JsonArray();
    family.samples.forEach(
        sample ->
            points.add(point(sample.labelNames, sample.labelValues).put("asDouble", sample.value)));
    return counter
        ? metric.put("sum", cumulative(points).put("isMonotonic", true))
        : metric.put("gauge", new JsonObject().put("dataPoints", points));
  }

  private static JsonObject cumulative(JsonArray points) {
    return new JsonObject().put("aggregationTemporality", CUMULATIVE).put("dataPoints", points);
  }

  private JsonObject point(List<String> names, List<String> values) {
    var attributes = new JsonArray();
    for (int i = 0; i < names.size(); i++) {
      attributes.add(attribute(names.get(i), values.get(i)));
    }
    return new JsonObject()
        .put("attributes", attributes)
        .put("startTimeUnixNano", startNanos)
        .put("timeUnixNano", nowNanos);
  }

  private static JsonObject attribute(String key, String value) {
    return new JsonObject()
        .put("key", key)
        .put("value", new JsonObject().put("stringValue", value));
  }

  /** One for all samples that differ in nothing but the bucket. */
  private JsonArray histograms(MetricFamilySamples family) {
    Map<List<String>, Histogram> histograms = new LinkedHashMap<>();
    for (Sample sample : family.samples) {
      boolean bucket = sample.name.endsWith("_bucket");
      int labels = sample.labelNames.size() - (bucket ? 1 : 0);
      Histogram histogram =
          histograms.computeIfAbsent(
              sample.labelValues.subList(0, labels),
              values -> new Histogram(point(sample.labelNames.subList(0, labels), values)));
      if (bucket) {
        histogram.add(sample.labelValues.get(labels), Math.round(sample.value));
      } else if (sample.name.endsWith("_count")) {
        histogram.point.put("count", Long.toString(Math.round(sample.value)));
      } else {
        histogram.point.put("sum", sample.value);
      }
    }
    var points = new JsonArray();
    histograms.values().forEach(histogram -> points.add(histogram.whole()));
    return points;
  }

  /** Buckets that hold what those before them do not. */
  private static final class Histogram {
    private final JsonObject point;
    private final JsonArray counts = new JsonArray();
    private final JsonArray bounds = new JsonArray();
    private long below;

    private Histogram(JsonObject point) {
      this.point = point;
    }

    private void add(String upTo, long countUpTo) {
      if (!upTo.equals("+Inf")) {
        bounds.add(Double.parseDouble(upTo));
      }
      counts.add(Long.toString(countUpTo - below));
      below = countUpTo;
    }

    private JsonObject whole() {
      return point.put("bucketCounts", counts).put("explicitBounds", bounds);
    }
  }
}
