package dev.harness.cli.live;

import static dev.harness.cli.live.Line.text;

import dev.harness.monitor.Answer;
import dev.harness.monitor.Look;
import dev.harness.monitor.MonitorRecord;
import dev.harness.monitor.SourceUse;
import dev.harness.plan.SourceMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jline.utils.AttributedString;

/** What one source tells, as {@code monitor --realtime} shows it. */
final class SourceView {
  private static final double NANOS_PER_SECOND = 1e9;

  private SourceView() {}

  static List<AttributedString> lines(MonitorRecord record, SourceUse use, int width) {
    var lines = new ArrayList<AttributedString>();
    lines.add(
        Line.join(
            Line.foreign(use.source().text(), Line.BOLD),
            use.silence().isPresent()
                ? text("  not available", Line.DOUBTFUL)
                : text(threads(use), Line.PLAIN)));
    for (SourceMetric metric : use.courses().keySet()) {
      if (metric.telling()) {
        lines.add(
            MonitorView.row(
                metric.words(),
                values(record, use, metric),
                value -> Double.isNaN(value) ? Amount.percent(value) : form(metric, value),
                width));
      }
    }
    return lines;
  }

  private static String threads(SourceUse use) {
    SourceUse.Course threads = use.courses().get(SourceMetric.THREADS);
    return threads == null ? "" : "  %,.0f threads".formatted(threads.last());
  }

  private static String form(SourceMetric metric, double value) {
    return Amount.in(metric.unit(), value).strip();
  }

  /** Of each look, and for a rate between each and the one before. */
  private static List<Double> values(MonitorRecord record, SourceUse use, SourceMetric metric) {
    List<Look> looks = record.kept();
    var values = new ArrayList<Double>();
    for (int i = metric.kind() == SourceMetric.Kind.TOTAL ? 1 : 0; i < looks.size(); i++) {
      OptionalDouble now = read(looks.get(i), use, metric);
      OptionalDouble figure =
          metric.kind() == SourceMetric.Kind.LEVEL
              ? now
              : rate(looks.get(i - 1), looks.get(i), use, metric);
      values.add(figure.orElse(Double.NaN));
    }
    return values;
  }

  private static OptionalDouble rate(Look from, Look to, SourceUse use, SourceMetric metric) {
    OptionalDouble before = read(from, use, metric);
    OptionalDouble after = read(to, use, metric);
    if (before.isEmpty() || after.isEmpty() || after.getAsDouble() < before.getAsDouble()) {
      return OptionalDouble.empty();
    }
    double seconds = to.at().minus(from.at()).toNanos() / NANOS_PER_SECOND;
    return OptionalDouble.of(metric.perSecond(before.getAsDouble(), after.getAsDouble(), seconds));
  }

  private static OptionalDouble read(Look look, SourceUse use, SourceMetric metric) {
    return look.sources().get(use.source()) instanceof Answer.Told told
        ? told.readings().value(metric)
        : OptionalDouble.empty();
  }
}
