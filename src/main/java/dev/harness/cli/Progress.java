package dev.harness.cli;

import dev.harness.cli.live.Bar;
import dev.harness.cli.live.Line;
import dev.harness.cli.live.LiveRun;
import dev.harness.cli.live.LiveText;
import dev.harness.cli.live.LiveView;
import dev.harness.report.ConsoleReport;
import dev.harness.run.CheckResult;
import dev.harness.run.LiveThresholds;
import dev.harness.run.RunEvent;
import dev.harness.time.Ticker;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.utils.AttributedString;

/**
 * How a run is going, once a second. On a terminal a bar or, where it is wanted, the live view,
 * below the checks that have ended; elsewhere a line as each check ends, and where the live view is
 * wanted a line of figures in each second that brought some. Prints on a thread of its own.
 */
final class Progress implements AutoCloseable {
  private static final long INTERVAL_MILLIS = 1_000;

  /** Whoever comes later than this may have been stopped, and waits for word of it. */
  private static final long LATE_MILLIS = 100;

  private static final long LONGEST_WAIT_MILLIS = 200;
  private static final long LONGEST_END_MILLIS = 2_000;

  private final Terminal terminal;
  private final ConsoleReport report;
  private final LiveThresholds limits;
  private final Ticker ticker;
  private final AtomicBoolean news = new AtomicBoolean();
  private final Semaphore resumed = new Semaphore(0);
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread printing = new Thread(task, "progress");
            printing.setDaemon(true);
            return printing;
          });
  private final Signals signals;
  private final ScheduledFuture<?> ticking;

  /** Written by who tells the events, one after the other. */
  private volatile LiveRun run = LiveRun.NONE;

  private long lastTickNanos;

  /**
   * Shows a run from now on, as far as it is told of it.
   *
   * @param limits that break, told of each event before this is
   */
  Progress(Terminal terminal, ConsoleReport report, LiveThresholds limits, Ticker ticker) {
    this.terminal = terminal;
    this.report = report;
    this.limits = limits;
    this.ticker = ticker;
    this.lastTickNanos = ticker.nanoTime();
    this.signals = Signals.ofTerminal(() -> thread.execute(this::resize), this::resume);
    this.ticking =
        thread.scheduleWithFixedDelay(
            this::tick, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** The next event. */
  void show(RunEvent event) {
    run = run.with(event, ticker.nanoTime()).breaking(limits.breaking());
    if (event instanceof RunEvent.CheckStarted) {
      thread.execute(this::draw);
    } else if (event instanceof RunEvent.CheckEnded ended) {
      thread.execute(() -> printEnded(ended.result()));
    } else if (event instanceof RunEvent.WindowClosed) {
      news.set(true);
    }
  }

  private void printEnded(CheckResult result) {
    if (!terminal.live()) {
      terminal.progress(report.line(result));
    } else if (terminal.realtime()) {
      int width = terminal.width();
      terminal.progress(Line.fit(AttributedString.fromAnsi(report.line(result, width)), width));
    }
  }

  private void tick() {
    awaitWordIfLate();
    if (terminal.live()) {
      draw();
    } else if (terminal.realtime() && news.getAndSet(false)) {
      terminal.progress(LiveText.line(run, ticker.nanoTime()));
    }
  }

  /**
   * A program that goes on after it was stopped finds what a shell has printed below the block. All
   * its threads go on at once: this one must not draw before the signal has told so.
   */
  private void awaitWordIfLate() {
    long now = ticker.nanoTime();
    boolean late =
        now - lastTickNanos > TimeUnit.MILLISECONDS.toNanos(INTERVAL_MILLIS + LATE_MILLIS);
    lastTickNanos = now;
    try {
      if (late && resumed.tryAcquire(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
        resumed.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void draw() {
    if (terminal.live()) {
      LiveRun now = run;
      long nanos = ticker.nanoTime();
      int width = terminal.width();
      terminal.draw(
          terminal.realtime()
              ? LiveView.lines(now, nanos, width)
              : List.of(Bar.line(now, nanos, width)));
    }
  }

  private void resize() {
    terminal.resized();
    draw();
  }

  private void resume() {
    terminal.resumed();
    resumed.release();
    thread.execute(this::draw);
  }

  /** Shows nothing more, and takes away what is drawn. */
  @Override
  public void close() {
    signals.close();
    ticking.cancel(false);
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LONGEST_END_MILLIS, TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    terminal.clear();
  }
}
