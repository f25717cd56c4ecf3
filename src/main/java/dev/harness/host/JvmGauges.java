package dev.harness.host;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import dev.harness.metric.Unit;
import dev.harness.plan.SourceMetric;
import dev.harness.run.port.Readings;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.MBeanServerConnection;

/** What the platform beans of a JVM tell while it is left alone. */
final class JvmGauges {
  private static final double MILLIS_PER_SECOND = 1_000;

  private final MemoryMXBean memory;
  private final ThreadMXBean threads;
  private final List<GarbageCollectorMXBean> collectors;
  private final Set<String> heapPools;
  private final List<BufferPoolMXBean> buffers;

  JvmGauges(MBeanServerConnection server) throws IOException {
    memory = ManagementFactory.getPlatformMXBean(server, MemoryMXBean.class);
    threads = ManagementFactory.getPlatformMXBean(server, ThreadMXBean.class);
    collectors = ManagementFactory.getPlatformMXBeans(server, GarbageCollectorMXBean.class);
    buffers = ManagementFactory.getPlatformMXBeans(server, BufferPoolMXBean.class);
    heapPools =
        ManagementFactory.getPlatformMXBeans(server, MemoryPoolMXBean.class).stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toUnmodifiableSet());
  }

  Readings read() {
    MemoryUsage heap = memory.getHeapMemoryUsage();
    Readings readings =
        Readings.NONE
            .with(SourceMetric.HEAP_USED, megabytes(heap.getUsed()))
            .with(SourceMetric.HEAP_COMMITTED, megabytes(heap.getCommitted()))
            .with(
                SourceMetric.DIRECT_MEMORY,
                megabytes(buffers.stream().mapToLong(BufferPoolMXBean::getMemoryUsed).sum()));
    return withThreads(withCollections(readings, heap.getMax()));
  }

  private Readings withCollections(Readings readings, long mostHeap) {
    List<GarbageCollectorMXBean> pausing =
        collectors.stream().filter(collector -> !concurrent(collector)).toList();
    long millis = pausing.stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
    long count = collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum();
    Readings counted =
        readings
            .with(SourceMetric.GC_RATE, (double) count)
            .with(SourceMetric.GC_TIME, millis / MILLIS_PER_SECOND)
            .with(
                SourceMetric.GC_PAUSE,
                last(pausing).map(GcInfo::getDuration).map(Long::doubleValue).orElse(Double.NaN));
    double after = last(collectors).map(this::heapAfter).orElse(Double.NaN);
    return counted
        .with(SourceMetric.HEAP_AFTER_GC, after)
        .with(
            SourceMetric.HEAP_FILLED,
            mostHeap > 0 ? 100 * after / megabytes(mostHeap) : Double.NaN);
  }

  /** What runs beside the program takes time, but holds nobody up. */
  private static boolean concurrent(GarbageCollectorMXBean collector) {
    return collector.getName().contains("Concurrent") || collector.getName().contains("Cycles");
  }

  private static Optional<GcInfo> last(List<GarbageCollectorMXBean> of) {
    return of.stream()
        .map(GarbageCollectorMXBean::getLastGcInfo)
        .filter(Objects::nonNull)
        .max(Comparator.comparingLong(GcInfo::getEndTime));
  }

  private double heapAfter(GcInfo collection) {
    return megabytes(
        collection.getMemoryUsageAfterGc().entrySet().stream()
            .filter(pool -> heapPools.contains(pool.getKey()))
            .mapToLong(pool -> pool.getValue().getUsed())
            .sum());
  }

  private Readings withThreads(Readings readings) {
    int runnable = 0;
    int blocked = 0;
    int waiting = 0;
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      // One that has ended meanwhile is null.
      if (thread == null) {
        continue;
      }
      switch (thread.getThreadState()) {
        case RUNNABLE -> runnable++;
        case BLOCKED -> blocked++;
        case WAITING, TIMED_WAITING -> waiting++;
        case NEW, TERMINATED -> {}
      }
    }
    return readings
        .with(SourceMetric.THREADS, runnable + blocked + waiting)
        .with(SourceMetric.THREADS_RUNNABLE, runnable)
        .with(SourceMetric.THREADS_BLOCKED, blocked)
        .with(SourceMetric.THREADS_WAITING, waiting);
  }

  private static double megabytes(long bytes) {
    return bytes / Unit.BYTES_PER_MEGABYTE;
  }
}
