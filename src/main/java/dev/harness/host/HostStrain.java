package dev.harness.host;

import dev.harness.run.port.StrainProbe;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/** What holds this process back, by the JVM's beans, the system's counters, and its quota. */
public final class HostStrain implements StrainProbe {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MILLIS_PER_SECOND = 1e3;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getGarbageCollectorMXBeans().stream()
          .filter(collector -> pauses(collector.getName()))
          .toList();
  private final RunQueue queue = RunQueue.ofThisProcess();
  private final CpuQuota quota = CpuQuota.ofThisProcess();
  private final OshiProbe machine;

  public HostStrain(OshiProbe machine) {
    this.machine = machine;
  }

  /** Collectors that work beside the program have a bean for their cycles, which stop nothing. */
  static boolean pauses(String collector) {
    return !collector.endsWith("Cycles") && !collector.contains("Concurrent");
  }

  @Override
  public Reading read(List<Long> ids) {
    return new Reading(
        ids.stream().map(this::threadSeconds).toList(),
        ids.stream().map(queue::waitedSeconds).toList(),
        pauseSeconds(),
        machine.stolenSeconds(),
        quota.throttledSeconds());
  }

  private double threadSeconds(long id) {
    long nanos = threads.isThreadCpuTimeSupported() ? threads.getThreadCpuTime(id) : -1;
    return nanos < 0 ? Double.NaN : nanos / NANOS_PER_SECOND;
  }

  private double pauseSeconds() {
    return collectors.isEmpty()
        ? Double.NaN
        : collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum()
            / MILLIS_PER_SECOND;
  }
}
