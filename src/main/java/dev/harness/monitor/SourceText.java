package dev.harness.monitor;

import dev.harness.plan.SourceMetric;
import dev.harness.report.NumberText;
import dev.harness.report.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What sources told, as text for people. */
final class SourceText {
  private static final NumberText NUMBERS = new NumberText(1);

  private SourceText() {}

  /** How a source stands now, in a few words. */
  static String status(SourceUse use) {
    if (use.silence().isPresent()) {
      return use.source().text() + " not available";
    }
    var parts = new ArrayList<String>();
    use.courses()
        .forEach(
            (metric, course) -> {
              if (metric.telling()) {
                parts.add(
                    "%s %s".formatted(metric.words(), NUMBERS.of(course.last(), metric.unit())));
              }
            });
    return use.source().text() + " " + String.join(", ", parts);
  }

  /** All that it told. */
  static List<String> summary(SourceUse use) {
    var lines = new ArrayList<String>();
    String silence = use.silence().map(reason -> ": not available: " + reason).orElse("");
    lines.add("  " + TerminalText.line(use.source().text() + silence));
    use.gap().ifPresent(gap -> lines.add("    " + TerminalText.line(gap)));
    for (Map.Entry<SourceMetric, SourceUse.Course> course : use.courses().entrySet()) {
      lines.add(line(course.getKey(), course.getValue()));
    }
    return lines;
  }

  private static String line(SourceMetric metric, SourceUse.Course course) {
    return "    %-22s %s to %s (mean %s, peak %s)"
        .formatted(
            metric.id(),
            NUMBERS.of(course.first(), metric.unit()),
            NUMBERS.of(course.last(), metric.unit()),
            NUMBERS.of(course.mean(), metric.unit()),
            NUMBERS.of(course.peak(), metric.unit()));
  }
}
