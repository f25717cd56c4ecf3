package dev.harness.monitor;

import dev.harness.run.Interruption;
import dev.harness.run.port.ProcessProbe;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import dev.harness.time.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Looks at host and processes again and again, at times that are computed from the first, until the
 * time is over, somebody asks for the end, or no process is left. On the thread of whoever calls.
 */
public final class Monitor {
  /** So long an end that is asked for may take to be heard. */
  private static final long LISTEN_EVERY_NANOS = 50_000_000;

  private final ProcessProbe probe;
  private final Ticker ticker;
  private final Interruption interruption;

  public Monitor(ProcessProbe probe, Ticker ticker, Interruption interruption) {
    this.probe = probe;
    this.ticker = ticker;
    this.interruption = interruption;
  }

  /**
   * Watches.
   *
   * @param interval more than zero
   * @param told after each look, with what there is to say by then for whoever asks
   * @return what there is to say at the end
   */
  public MonitorRecord watch(
      List<Subject.Pid> processes,
      MonitorRules rules,
      Duration interval,
      Duration duration,
      Consumer<Supplier<MonitorRecord>> told) {
    var watch = new Watch(ticker.wallTime(), interval, probe.facts(), processes, rules);
    long start = ticker.nanoTime();
    long number = 0;
    while (await(start + number * interval.toNanos()) && !watch.over()) {
      watch.see(look(processes, start));
      told.accept(watch::record);
      long due = (ticker.nanoTime() - start) / interval.toNanos() + 1;
      watch.miss(due - number - 1);
      number = due;
      if (number * interval.toNanos() > duration.toNanos()) {
        break;
      }
    }
    return watch.record();
  }

  private Look look(List<Subject.Pid> processes, long start) {
    var samples = new HashMap<Long, ProcessSample>();
    for (Subject.Pid process : processes) {
      probe.process(process.pid()).ifPresent(sample -> samples.put(process.pid(), sample));
    }
    return new Look(
        Duration.ofNanos(ticker.nanoTime() - start), ticker.wallTime(), probe.host(), samples);
  }

  /** Whether that time came before somebody asked for the end. */
  private boolean await(long due) {
    while (interruption.asked() == null) {
      long left = due - ticker.nanoTime();
      if (left <= 0) {
        return true;
      }
      LockSupport.parkNanos(Math.min(left, LISTEN_EVERY_NANOS));
    }
    return false;
  }
}
