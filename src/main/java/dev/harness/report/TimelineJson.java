package dev.harness.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harness.run.LoadTimeline;
import dev.harness.run.LoadTimeline.Point;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * A load over time in {@code report.json}: a column for each figure, which takes a fifth of what
 * objects would, and {@code null} where nothing completed. What a baseline is compared by.
 */
final class TimelineJson {
  private final LoadTimeline load;
  private final ObjectNode json;

  private TimelineJson(LoadTimeline load, ObjectNode json) {
    this.load = load;
    this.json = json;
  }

  static void write(LoadTimeline load, ArrayNode loads) {
    new TimelineJson(load, loads.addObject()).write();
  }

  private void write() {
    json.put("phase", load.phase())
        .put("load", load.kind().id())
        .put("in_process", load.inProcess());
    numbers("at_seconds", Point::at);
    numbers("seconds", Point::seconds);
    counts("due", point -> point.counts().due());
    counts("completed", point -> point.counts().completed());
    counts("refused", point -> point.counts().refused());
    counts("failed", point -> point.counts().wrong());
    numbers("p50_ms", Point::p50);
    numbers("p95_ms", Point::p95);
    numbers("p99_ms", Point::p99);
    numbers("max_ms", Point::max);
  }

  private void numbers(String name, ToDoubleFunction<Point> figure) {
    ArrayNode column = json.putArray(name);
    for (Point point : load.points()) {
      double number = figure.applyAsDouble(point);
      if (Double.isFinite(number)) {
        column.add(number);
      } else {
        column.addNull();
      }
    }
  }

  private void counts(String name, ToLongFunction<Point> count) {
    ArrayNode column = json.putArray(name);
    load.points().forEach(point -> column.add(count.applyAsLong(point)));
  }
}
