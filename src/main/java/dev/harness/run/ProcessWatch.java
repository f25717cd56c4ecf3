package dev.harness.run;

import dev.harness.measure.Figure;
import dev.harness.metric.Unit;
import dev.harness.run.port.ProcessProbe;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import dev.harness.time.Ticker;
import java.util.Optional;

/** What a process uses between two moments. */
public final class ProcessWatch {

  private final ProcessProbe probe;
  private final Ticker ticker;
  private final long pid;
  private final Optional<ProcessSample> before;
  private final long startNanos;

  /** Begins to watch a process. */
  public ProcessWatch(ProcessProbe probe, Ticker ticker, long pid) {
    this.probe = probe;
    this.ticker = ticker;
    this.pid = pid;
    this.before = probe.process(pid);
    this.startNanos = ticker.nanoTime();
  }

  /** From the beginning to now. */
  public Use end() {
    Optional<ProcessSample> after = probe.process(pid);
    if (before.isEmpty() || after.isEmpty()) {
      Figure gone = Figure.missing("process " + pid + " is gone");
      return new Use(gone, gone);
    }
    double grownBytes = (double) after.get().rssBytes() - before.get().rssBytes();
    double cpuNanos = (double) after.get().cpuNanos() - before.get().cpuNanos();
    double coreNanos = (double) (ticker.nanoTime() - startNanos) * probe.facts().logicalCpus();
    return new Use(
        Figure.of(grownBytes / Unit.BYTES_PER_MEGABYTE), Figure.of(100 * cpuNanos / coreNanos));
  }

  /**
   * What was used.
   *
   * @param growthMegabytes resident memory, after − before
   * @param cpuPercent mean processor time, of all cores together
   */
  public record Use(Figure growthMegabytes, Figure cpuPercent) {}
}
