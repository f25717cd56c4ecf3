package dev.harness.check.process;

import dev.harness.run.Rig;
import dev.harness.run.port.NotAvailableException;
import dev.harness.run.port.ReadingSource;
import dev.harness.time.Ticker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks at a source again and again, on a thread of its own: one that stalls holds up nobody. */
final class ProcessLooks implements AutoCloseable {
  /** To attach to a JVM takes the better part of a second, an endpoint has two. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ReadingSource source;
  private final ProcessTrace trace;
  private final Ticker ticker;
  private final ScheduledExecutorService thread;
  private final long startNanos;
  private @Nullable ScheduledFuture<?> looking;
  private boolean over;

  /**
   * @param trace that becomes of the looks
   */
  ProcessLooks(ReadingSource source, ProcessTrace trace, Ticker ticker) {
    this.source = source;
    this.trace = trace;
    this.ticker = ticker;
    this.startNanos = ticker.nanoTime();
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              var daemon = new Thread(task, "looks at " + source.name());
              daemon.setDaemon(true);
              return daemon;
            });
  }

  /** Takes a first look before load begins, and from then on one after each interval. */
  void begin(Rig rig, Duration interval) {
    var first = CompletableFuture.runAsync(this::look, thread);
    rig.holdsWithin(PATIENCE, first::isDone);
    looking =
        thread.scheduleWithFixedDelay(
            this::look, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Takes a last look, and then no more. */
  ProcessTrace end(Rig rig) {
    if (looking != null) {
      looking.cancel(false);
    }
    var last = CompletableFuture.runAsync(this::look, thread);
    boolean seen = rig.holdsWithin(PATIENCE, last::isDone);
    synchronized (trace) {
      over = true;
      if (!seen) {
        trace.silent("it has not answered for %d s".formatted(PATIENCE.toSeconds()));
      }
      return trace;
    }
  }

  private void look() {
    Runnable seen;
    try {
      var readings = source.read();
      Duration at = Duration.ofNanos(ticker.nanoTime() - startNanos);
      seen = () -> trace.told(at, readings);
    } catch (NotAvailableException e) {
      seen = () -> trace.silent(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // Whatever went wrong with it, the load goes on.
      seen = () -> trace.silent("it could not be read: " + e);
    }
    synchronized (trace) {
      if (!over) {
        seen.run();
      }
    }
  }

  /** Lets go of the source when it has done what it does, and waits for no such thing. */
  @Override
  public void close() {
    thread.execute(source::close);
    thread.shutdown();
  }
}
