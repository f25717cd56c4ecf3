package dev.harness.cli;

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
    String line = MonitorText.status(record.get());
    if (terminal.live()) {
      terminal.draw(List.of(new AttributedString(line)));
    } else {
      terminal.progress(line);
    }
  }
}
