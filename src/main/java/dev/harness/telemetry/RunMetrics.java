package dev.harness.telemetry;

import dev.harness.run.RunEvent;
import dev.harness.run.RunEvents;
import dev.harness.run.RunFold;
import dev.harness.run.RunRecord;
import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folds the events of a run, and tells what it amounts to by now. Used by several threads. */
public final class RunMetrics implements RunEvents.Judge {
  private final RunFold fold = new RunFold();
  private RunEvent.@Nullable Sampled sampled;

  @Override
  public synchronized void accept(long at, RunEvent event) {
    fold.accept(at, event);
    if (event instanceof RunEvent.Sampled now) {
      sampled = now;
    }
  }

  /**
   * All metrics.
   *
   * @param accept what the reader wants, by its header; the text format of Prometheus where it does
   *     not say
   */
  Text text(@Nullable String accept) {
    String contentType = TextFormat.chooseContentType(accept);
    var text = new StringWriter();
    try {
      TextFormat.writeFormat(contentType, text, Collections.enumeration(families()));
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory", e);
    }
    return new Text(contentType, text.toString());
  }

  /**
   * All metrics as OpenTelemetry has them.
   *
   * @param now when they are read
   */
  synchronized Text otlp(Instant now) {
    Instant start = fold.started() ? fold.record().started() : now;
    return new Text("application/json", OtlpJson.between(start, now).text(families()));
  }

  /** A text and what it is. */
  record Text(String contentType, String text) {}

  private synchronized List<MetricFamilySamples> families() {
    var families = new ArrayList<MetricFamilySamples>();
    if (fold.started()) {
      RunRecord record = fold.record();
      families.addAll(CheckFamilies.of(record));
      families.addAll(LoadFamilies.of(record));
    }
    if (sampled != null) {
      families.addAll(SampleFamilies.of(sampled));
    }
    return families;
  }
}
