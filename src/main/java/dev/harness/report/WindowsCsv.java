package dev.harness.report;

import dev.harness.measure.Counts;
import dev.harness.measure.Distribution;
import dev.harness.measure.WindowSnapshot;
import dev.harness.run.RunEvent;
import dev.harness.run.RunEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code windows.csv}: a row for each one-second window of each load, warm-ups included, as they
 * stand in the journal. Rows of a load in several rounds tell of each round from its start on.
 */
public final class WindowsCsv implements RunEvents.Judge {
  private static final List<String> HEAD =
      List.of(
          "check",
          "phase",
          "load",
          "measured",
          "phase_start_seconds",
          "window",
          "due",
          "completed",
          "refused",
          "failed",
          "timed_out",
          "expired",
          "unfinished",
          "dropped",
          "response_p50_ms",
          "response_p95_ms",
          "response_p99_ms",
          "response_max_ms",
          "service_p50_ms",
          "service_p99_ms",
          "generator_lag_p99_ms");

  private final Writer out;
  private final Map<String, Row> loads = new HashMap<>();
  private long startNanos;

  /** Begins the table; whoever opened the writer closes it. */
  public WindowsCsv(Writer out) {
    this.out = out;
    line(HEAD);
  }

  /** What all rows of a load begin with. */
  private record Row(RunEvent.PhaseStarted load, double startSeconds) {}

  /**
   * {@inheritDoc}
   *
   * @throws UncheckedIOException where it cannot be written
   */
  @Override
  public void accept(long at, RunEvent event) {
    if (event instanceof RunEvent.RunStarted) {
      startNanos = at;
    } else if (event instanceof RunEvent.PhaseStarted started) {
      loads.put(started.phase(), new Row(started, (at - startNanos) / 1e9));
    } else if (event instanceof RunEvent.WindowClosed closed) {
      Row row = loads.get(closed.phase());
      if (row != null) {
        line(cells(row, closed.window()));
      }
    }
  }

  private static List<String> cells(Row row, WindowSnapshot window) {
    var cells = new ArrayList<String>();
    cells.add(row.load().check().toString());
    cells.add(row.load().phase());
    cells.add(row.load().kind().id());
    cells.add(Boolean.toString(row.load().measured()));
    cells.add(number(row.startSeconds()));
    cells.add(Long.toString(window.index()));
    counts(window.counts()).forEach(count -> cells.add(Long.toString(count)));
    Distribution response = window.response();
    for (double q : new double[] {0.50, 0.95, 0.99}) {
      cells.add(number(response.percentileMillis(q)));
    }
    cells.add(number(response.maxMillis()));
    cells.add(number(window.service().percentileMillis(0.50)));
    cells.add(number(window.service().percentileMillis(0.99)));
    cells.add(number(window.lag().percentileMillis(0.99)));
    return cells;
  }

  private static List<Long> counts(Counts counts) {
    return List.of(
        counts.due(),
        counts.completed(),
        counts.refused(),
        counts.failed(),
        counts.timedOut(),
        counts.expired(),
        counts.unfinished(),
        counts.dropped());
  }

  /** Empty where there is none; a nanosecond is the least that is told. */
  private static String number(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6f", value);
  }

  private void line(List<String> cells) {
    try {
      out.write(String.join(",", cells.stream().map(WindowsCsv::quoted).toList()) + "\r\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As RFC 4180 says. */
  private static String quoted(String cell) {
    return cell.matches("[^\",\r\n]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
  }
}
