package dev.harness.monitor;

import dev.harness.measure.Figure;
import dev.harness.metric.Unit;
import dev.harness.plan.AlertRule;
import dev.harness.report.NumberText;
import dev.harness.report.TerminalText;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import java.util.ArrayList;
import java.util.List;

/** What a monitor has to say, as text for people. */
public final class MonitorText {
  private static final NumberText NUMBERS = new NumberText(1);
  private static final double NANOS_PER_SECOND = 1e9;

  private MonitorText() {}

  /** How it stands now, in one line: what matters most comes first, as lines are cut at the end. */
  public static String status(MonitorRecord record) {
    var parts = new ArrayList<String>();
    parts.add(record.health().id());
    parts.add("%.1f s".formatted(seconds(record)));
    record.processes().forEach(process -> parts.add(status(process)));
    record.sources().forEach(source -> parts.add(SourceText.status(source)));
    record
        .last()
        .ifPresent(
            look ->
                parts.add(
                    "host %s memory, %s CPU"
                        .formatted(
                            percent(record.memoryPercent(look)),
                            percent(look.host().cpuPercent()))));
    return String.join(" · ", parts);
  }

  private static String status(Subject.Watched watched) {
    if (watched.ended().isPresent()) {
      return "%d ended".formatted(watched.process().pid());
    }
    ProcessSample now = watched.use().last();
    return "%d %s, %s CPU, %s"
        .formatted(
            watched.process().pid(),
            megabytes(now.rssBytes()),
            NUMBERS.of(watched.use().cpu(), Unit.PERCENT),
            now.holds());
  }

  /** All of it, at the end. */
  public static List<String> summary(MonitorRecord record) {
    var lines = new ArrayList<String>();
    lines.add(
        "%s  %s watched for %.1f s, %,d looks, one each %s"
            .formatted(
                record.health().name(),
                record.processes().isEmpty()
                    ? "the host"
                    : "%d of its processes and the host".formatted(record.processes().size()),
                seconds(record),
                record.looks(),
                NUMBERS.of(record.interval().toNanos() / 1e6, Unit.MILLISECONDS)));
    record.processes().forEach(process -> lines.add("  " + TerminalText.line(whole(process))));
    record.sources().forEach(source -> lines.addAll(SourceText.summary(source)));
    reasons(record).forEach(reason -> lines.add("✘ " + TerminalText.line(reason)));
    advice(record).forEach(advice -> lines.add("→ " + TerminalText.line(advice)));
    if (record.missed() > 0) {
      lines.add(
          "%,d looks were left out: one takes longer than the interval; ask for a longer one"
              .formatted(record.missed()));
    }
    return lines;
  }

  private static String whole(Subject.Watched watched) {
    ProcessUse use = watched.use();
    return "%s: memory %s to %s (peak %s), CPU at most %s of a core, %s%s"
        .formatted(
            watched.process().text(),
            megabytes(use.first().rssBytes()),
            megabytes(use.last().rssBytes()),
            megabytes(use.peakRssBytes()),
            percent(use.peakCpu()),
            use.last().holds(),
            watched
                .ended()
                .map(at -> ", ended after %.1f s".formatted(at.toNanos() / NANOS_PER_SECOND))
                .orElse(""));
  }

  /** Why it is not healthy, gravest first. */
  static List<String> reasons(MonitorRecord record) {
    var reasons = new ArrayList<String>();
    record.ills().forEach(alarm -> reasons.add(reason(alarm)));
    for (Subject.Watched watched : record.processes()) {
      watched
          .ended()
          .ifPresent(
              at ->
                  reasons.add(
                      "warning: %s ended after %.1f s"
                          .formatted(watched.process().text(), at.toNanos() / NANOS_PER_SECOND)));
    }
    return reasons;
  }

  private static String reason(Alarm alarm) {
    AlertRule rule = alarm.rule();
    Alarm.FirstFired first = alarm.first().orElseThrow();
    return "%s: %s: %s fired after %.1f s with %s, %s at the end"
        .formatted(
            rule.severity().id(),
            alarm.subject().text(),
            rule.name(),
            first.at().toNanos() / NANOS_PER_SECOND,
            figure(first.figure(), rule.metric().unit()),
            alarm.state().id());
  }

  private static String figure(Figure figure, Unit unit) {
    String value = NUMBERS.of(figure, unit);
    return figure instanceof Figure.Measured measured && measured.estimated()
        ? "%s (%s to %s, 90 %%)"
            .formatted(
                value, NUMBERS.of(measured.lower(), unit), NUMBERS.of(measured.upper(), unit))
        : value;
  }

  /** What to do about what fired, each naming the figure that it follows from. */
  static List<String> advice(MonitorRecord record) {
    return record.ills().stream().flatMap(alarm -> Advice.of(alarm).stream()).distinct().toList();
  }

  static double seconds(MonitorRecord record) {
    return record.length().toNanos() / NANOS_PER_SECOND;
  }

  private static String megabytes(long bytes) {
    return NUMBERS.of(bytes / Unit.BYTES_PER_MEGABYTE, Unit.MEGABYTES);
  }

  private static String percent(double value) {
    return Double.isNaN(value) ? "–" : NUMBERS.of(value, Unit.PERCENT);
  }
}
