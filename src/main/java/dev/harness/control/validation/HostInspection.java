package dev.harness.control.validation;

import dev.harness.run.Interruption;
import dev.harness.run.port.ProcessProbe;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import dev.harness.run.port.StrainProbe;
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
    long ownBefore = ownNanos(probe);
    StrainProbe.Reading before = targets.strain().read(List.of());
    long start = ticker.nanoTime();
    double lagMillis = lagMillis();
    double busyPercent = probe.host().cpuPercent();
    double ownSeconds = (ownNanos(probe) - ownBefore) / 1e9;
    double seconds = (ticker.nanoTime() - start) / 1e9;
    double ownPercent = 100 * ownSeconds / seconds / probe.facts().logicalCpus();
    var noise =
        new HostNoise(
            lagMillis,
            targets.strain().read(List.of()).since(before, seconds),
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

  private static long ownNanos(ProcessProbe probe) {
    return probe.process(ProcessHandle.current().pid()).map(ProcessSample::cpuNanos).orElse(0L);
  }
}
