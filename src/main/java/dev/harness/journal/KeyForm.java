package dev.harness.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.plan.threshold.Bound;
import dev.harness.plan.threshold.ThresholdKey;
import java.io.IOException;
import java.util.function.Function;

/**
 * A type that is the key of a map in JSON, where it must be one text. It is told whole, its parts
 * separated by spaces: what it means may be another in the version that reads it.
 */
record KeyForm<T>(Class<T> type, Function<T, String> text, Function<String, T> parse) {
  static final KeyForm<Metric> METRIC =
      new KeyForm<>(
          Metric.class,
          metric -> "%s %s %s".formatted(metric.id(), metric.unit(), metric.description()),
          KeyForm::metric);

  static final KeyForm<ThresholdKey> THRESHOLD =
      new KeyForm<>(
          ThresholdKey.class,
          key ->
              "%s %s %s %s"
                  .formatted(
                      key.section(), key.name(), key.bound(), METRIC.text().apply(key.metric())),
          KeyForm::threshold);

  private static Metric metric(String text) {
    String[] parts = split(text, 3);
    return new Metric(parts[0], Unit.valueOf(parts[1]), parts[2]);
  }

  private static ThresholdKey threshold(String text) {
    String[] parts = split(text, 4);
    return new ThresholdKey(parts[0], parts[1], metric(parts[3]), Bound.valueOf(parts[2]));
  }

  private static String[] split(String text, int into) {
    String[] parts = text.split(" ", into);
    if (parts.length < into) {
      throw new IllegalArgumentException("%d parts, not \"%s\"".formatted(into, text));
    }
    return parts;
  }

  void addTo(SimpleModule module) {
    module.addKeySerializer(
        type,
        new JsonSerializer<T>() {
          @Override
          public void serialize(T value, JsonGenerator json, SerializerProvider provider)
              throws IOException {
            json.writeFieldName(text.apply(value));
          }
        });
    module.addKeyDeserializer(
        type,
        new KeyDeserializer() {
          @Override
          public Object deserializeKey(String key, DeserializationContext context)
              throws IOException {
            try {
              return parse.apply(key);
            } catch (IllegalArgumentException e) {
              return context.handleWeirdKey(type, key, "%s", String.valueOf(e.getMessage()));
            }
          }
        });
  }
}
