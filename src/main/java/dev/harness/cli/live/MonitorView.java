package dev.harness.cli.live;

import static dev.harness.cli.live.Line.text;

import dev.harness.monitor.Alarm;
import dev.harness.monitor.Health;
import dev.harness.monitor.Look;
import dev.harness.monitor.MonitorRecord;
import dev.harness.monitor.SourceUse;
import dev.harness.monitor.Subject;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/**
 * What {@code monitor --realtime} shows on a terminal: how it stands, and how each figure has gone
 * from the first look to the last.
 */
public final class MonitorView {
  private static final int VALUES = 26;
  private static final int LONGEST = 60;
  private static final int LABEL = 13;

  private MonitorView() {}

  /**
   * The lines, none of them wider than that.
   *
   * @param width in columns; at least 1
   */
  public static List<AttributedString> lines(MonitorRecord record, int width) {
    var lines = new ArrayList<AttributedString>();
    lines.add(title(record));
    lines.add(text("host", Line.BOLD));
    lines.add(row("memory", each(record, record::memoryPercent), Amount::percent, width));
    lines.add(row("CPU", each(record, look -> look.host().cpuPercent()), Amount::percent, width));
    for (Subject.Watched watched : record.processes()) {
      long pid = watched.process().pid();
      lines.add(title(watched));
      lines.add(row("memory", memory(record, pid), MonitorView::megabytes, width));
      lines.add(row("CPU", cpu(record, pid), Amount::percent, width));
    }
    for (SourceUse use : record.sources()) {
      lines.addAll(SourceView.lines(record, use, width));
    }
    record.alarms().stream()
        .filter(Alarm::firing)
        .forEach(alarm -> lines.add(Line.foreign(firing(alarm), Line.BAD)));
    return lines.stream().map(line -> Line.fit(line, width)).toList();
  }

  private static AttributedString title(MonitorRecord record) {
    String looks = "  %s, %,d looks".formatted(Amount.time(record.length()), record.looks());
    return Line.join(text(record.health().id(), style(record.health())), text(looks, Line.PLAIN));
  }

  private static AttributedStyle style(Health health) {
    return switch (health) {
      case HEALTHY -> Line.GOOD;
      case WARNING -> Line.DOUBTFUL;
      case CRITICAL -> Line.BAD;
    };
  }

  private static AttributedString title(Subject.Watched watched) {
    ProcessSample now = watched.use().last();
    String use = watched.ended().isPresent() ? "  ended" : "  " + now.holds();
    return Line.join(
        Line.foreign(watched.process().text(), Line.BOLD),
        text(use, watched.ended().isPresent() ? Line.DOUBTFUL : Line.PLAIN));
  }

  private static String firing(Alarm alarm) {
    return "%s: %s: %s"
        .formatted(alarm.rule().severity().id(), alarm.subject().text(), alarm.rule().name());
  }

  /** The value of the newest look and the highest, behind what led there. */
  static AttributedString row(
      String label, List<Double> values, DoubleFunction<String> form, int width) {
    int length = Math.max(0, Math.min(LONGEST, width - LABEL - VALUES));
    double newest = values.isEmpty() ? Double.NaN : values.get(values.size() - 1);
    String now =
        "  %s, max %s".formatted(form.apply(newest), form.apply(Sparkline.highest(values)));
    return Line.join(
        Line.pad(text("  " + label, Line.LABEL), LABEL + 1),
        Line.pad(text(Sparkline.of(values, length), Line.GRAPH), length),
        text(now, Line.PLAIN));
  }

  private static String megabytes(double bytes) {
    return Double.isNaN(bytes) ? Amount.percent(bytes) : Amount.megabytes((long) bytes);
  }

  private static List<Double> each(MonitorRecord record, ToDoubleFunction<Look> value) {
    return record.kept().stream().map(value::applyAsDouble).toList();
  }

  private static List<Double> memory(MonitorRecord record, long pid) {
    return each(
        record,
        look -> {
          ProcessSample sample = look.processes().get(pid);
          return sample == null ? Double.NaN : sample.rssBytes();
        });
  }

  /** Between each look and the one before: 100 is one core. */
  private static List<Double> cpu(MonitorRecord record, long pid) {
    var values = new ArrayList<Double>();
    for (int i = 1; i < record.kept().size(); i++) {
      Look from = record.kept().get(i - 1);
      Look to = record.kept().get(i);
      ProcessSample before = from.processes().get(pid);
      ProcessSample after = to.processes().get(pid);
      values.add(
          before == null || after == null
              ? Double.NaN
              : 100.0
                  * (after.cpuNanos() - before.cpuNanos())
                  / to.at().minus(from.at()).toNanos());
    }
    return values;
  }
}
