package dev.harness.cli;

import dev.harness.cli.live.Line;
import dev.harness.cli.live.MonitorView;
import dev.harness.monitor.MonitorRecord;
import dev.harness.monitor.MonitorText;
import dev.harness.time.Ticker;
import java.util.List;
import java.util.function.Supplier;
import org.jline.utils.AttributedString;

/** How it stands, at most once a second: in one place on a terminal, elsewhere where wanted. */
final class MonitorStatus {
  private final Terminal terminal;
  private final Ticker ticker;
  private final long everyNanos;
  private long nextNanos;

  MonitorStatus(Terminal terminal, Ticker ticker, long everyNanos) {
    this.terminal = terminal;
    this.ticker = ticker;
    this.everyNanos = everyNanos;
    this.nextNanos = ticker.nanoTime();
  }

  void show(Supplier<MonitorRecord> record) {
    boolean wanted = terminal.live() || terminal.realtime();
    if (!wanted || ticker.nanoTime() < nextNanos) {
      return;
    }
    nextNanos = Math.max(nextNanos + everyNanos, ticker.nanoTime());
    MonitorRecord now = record.get();
    if (terminal.live()) {
      terminal.draw(lines(now, terminal.width()));
    } else {
      terminal.progress(MonitorText.status(now));
    }
  }

  private List<AttributedString> lines(MonitorRecord now, int width) {
    return terminal.realtime()
        ? MonitorView.lines(now, width)
        : List.of(Line.fit(new AttributedString(MonitorText.status(now)), width));
  }
}
