package dev.harness.cli;

import dev.harness.measure.WindowSnapshot;
import dev.harness.plan.CheckId;
import dev.harness.report.ConsoleReport;
import dev.harness.run.RunEvent;
import dev.harness.run.RunEvents;
import dev.harness.time.Ticker;
import java.time.Duration;

/**
 * How a run is going. On a terminal a bar with the time left and the last second's rate, P95 and
 * failures; elsewhere a line as each check ends.
 */
final class Progress {
  private static final int BAR = 20;

  private final Terminal terminal;
  private final ConsoleReport report;
  private final Ticker ticker;
  private int checks;
  private int ended;
  private Duration budget = Duration.ZERO;
  private long checkStartNanos;

  Progress(Terminal terminal, ConsoleReport report, Ticker ticker) {
    this.terminal = terminal;
    this.report = report;
    this.ticker = ticker;
  }

  void follow(RunEvents events) {
    events.show(this::show);
  }

  private void show(RunEvent event) {
    if (event instanceof RunEvent.RunStarted started) {
      checks = started.plan().checks().size();
    } else if (event instanceof RunEvent.CheckStarted started) {
      budget = started.budget();
      checkStartNanos = ticker.nanoTime();
      terminal.status(bar(started.check()));
    } else if (event instanceof RunEvent.WindowClosed closed) {
      terminal.status(bar(closed.check()) + "  " + figures(closed.phase(), closed.window()));
    } else if (event instanceof RunEvent.CheckEnded done) {
      ended++;
      if (!terminal.interactive()) {
        terminal.progress(report.line(done.result()));
      }
    }
  }

  private String bar(CheckId check) {
    double passed = (ticker.nanoTime() - checkStartNanos) / (double) Math.max(1, budget.toNanos());
    int full = (int) Math.min(BAR, Math.round(passed * BAR));
    long left = Math.max(0, Math.round(budget.toSeconds() * (1 - passed)));
    return "[%d/%d] %s %s%s %d s left"
        .formatted(ended + 1, checks, check, "━".repeat(full), "╌".repeat(BAR - full), left);
  }

  private static String figures(String phase, WindowSnapshot window) {
    return "%s: %,d/s, P95 %.2f ms, %,d failed"
        .formatted(
            phase,
            window.counts().completed(),
            window.response().percentileMillis(0.95),
            window.counts().due() - window.counts().completed());
  }
}
