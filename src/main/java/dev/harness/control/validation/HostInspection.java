package dev.harness.control.validation;

import dev.harness.measure.Figure;
import dev.harness.run.Interruption;
import dev.harness.run.ProcessWatch;
import dev.harness.run.StrainWatch;
import dev.harness.run.port.ProcessProbe;
import dev.harness.run.port.Targets;
import dev.harness.time.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Does nothing for two seconds, and looks at what the machine does meanwhile. */
record HostInspection(Targets targets, Interruption interruption, Ticker ticker)
    implements Inspection {
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final long TICK_NANOS = 1_000_000;

  @Override
  public void inspect(Consumer<Finding> told) {
    ProcessProbe probe = targets.probe();
    probe.host();
    var own = new ProcessWatch(probe, ticker, ProcessHandle.current().pid());
    var strain = new StrainWatch(targets.strain(), ticker, List.of());
    double lagMillis = lagMillis();
    double busyPercent = probe.host().cpuPercent();
    double ownPercent = own.end().cpuPercent() instanceof Figure.Measured cpu ? cpu.value() : 0;
    var noise =
        new HostNoise(
            lagMillis,
            strain.end(),
            Math.max(0, busyPercent - ownPercent),
            probe.frequencyPercent());
    noise.findings().forEach(told);
  }

  /** The 99th percentile of how late a timer of one millisecond comes. */
  private double lagMillis() {
    var late = new ArrayList<Long>();
    long end = ticker.nanoTime() + LOOK.toNanos();
    while (ticker.nanoTime() - end < 0 && interruption.asked() == null) {
      long before = ticker.nanoTime();
      LockSupport.parkNanos(TICK_NANOS);
      late.add(ticker.nanoTime() - before - TICK_NANOS);
    }
    if (late.isEmpty()) {
      return Double.NaN;
    }
    Collections.sort(late);
    return late.get((int) Math.ceil(0.99 * late.size()) - 1) / 1e6;
  }
}
