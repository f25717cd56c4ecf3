package dev.harness.run;

import dev.harness.run.port.ProcessProbe;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import dev.harness.run.port.Targets;
import dev.harness.time.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Samples host and processes while a run lasts, on a thread of its own. */
final class Sampler implements AutoCloseable {
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread sampler = new Thread(task, "sampler");
            sampler.setDaemon(true);
            return sampler;
          });
  private final Targets targets;
  private final RunEvents events;
  private final Ticker ticker;
  private @Nullable ScheduledFuture<?> sampling;

  Sampler(Targets targets, RunEvents events, Ticker ticker) {
    this.targets = targets;
    this.events = events;
    this.ticker = ticker;
  }

  void start(Duration interval) {
    sampling =
        thread.scheduleAtFixedRate(this::sample, 0, interval.toNanos(), TimeUnit.NANOSECONDS);
  }

  private synchronized void sample() {
    if (thread.isShutdown()) {
      return;
    }
    ProcessProbe probe = targets.probe();
    var processes = new HashMap<String, ProcessSample>();
    targets
        .processes()
        .forEach((role, pid) -> probe.process(pid).ifPresent(s -> processes.put(role, s)));
    events.publish(new RunEvent.Sampled(ticker.wallTime(), probe.host(), processes));
  }

  /** Whether it has been sampling without fail since it was started. */
  boolean going() {
    return sampling != null && !sampling.isDone();
  }

  /** Waits for a sample that is being taken: none is published after this. */
  @Override
  public synchronized void close() {
    thread.shutdownNow();
  }
}
