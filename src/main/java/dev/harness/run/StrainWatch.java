package dev.harness.run;

import dev.harness.measure.Strain;
import dev.harness.run.port.StrainProbe;
import dev.harness.time.Ticker;
import java.util.List;

/** What this process is under between two moments. */
public final class StrainWatch {
  private final StrainProbe probe;
  private final Ticker ticker;
  private final List<Long> threads;
  private final StrainProbe.Reading before;
  private final long startNanos;

  /**
   * Begins to watch.
   *
   * @param threads ids of those that drive the load
   */
  public StrainWatch(StrainProbe probe, Ticker ticker, List<Long> threads) {
    this.probe = probe;
    this.ticker = ticker;
    this.threads = threads;
    this.before = probe.read(threads);
    this.startNanos = ticker.nanoTime();
  }

  /** From the beginning to now. */
  public Strain end() {
    double seconds = (ticker.nanoTime() - startNanos) / 1e9;
    return probe.read(threads).since(before, seconds);
  }
}
