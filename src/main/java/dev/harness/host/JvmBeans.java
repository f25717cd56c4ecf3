package dev.harness.host;

import dev.harness.measure.Figure;
import dev.harness.run.port.JvmProcess;
import dev.harness.time.Ticker;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.UndeclaredThrowableException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import javax.management.MBeanServerConnection;

/**
 * A JVM by its platform beans, this one or another. Its live set is what its heap pools held right
 * after a collection that was asked for and seen, once two in a row agree. What they use a moment
 * later says less: to look at another JVM makes garbage there, some hundred kilobytes a second.
 */
final class JvmBeans implements JvmProcess {
  /** Two live sets agree that are no further apart than this, or than this part of them. */
  private static final long AGREE_BYTES = 64 * 1024;

  private static final double AGREE = 0.001;
  private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(20);
  private static final Duration LOOK_EVERY = Duration.ofMillis(10);

  private final Ticker ticker;
  private final Runnable disconnect;
  private final MemoryMXBean memory;
  private final ThreadMXBean threads;
  private final List<GarbageCollectorMXBean> collectors;
  private final List<MemoryPoolMXBean> heap;
  private final List<BufferPoolMXBean> buffers;

  private JvmBeans(MBeanServerConnection server, Ticker ticker, Runnable disconnect)
      throws IOException {
    this.ticker = ticker;
    this.disconnect = disconnect;
    this.memory = ManagementFactory.getPlatformMXBean(server, MemoryMXBean.class);
    this.threads = ManagementFactory.getPlatformMXBean(server, ThreadMXBean.class);
    this.collectors = ManagementFactory.getPlatformMXBeans(server, GarbageCollectorMXBean.class);
    this.heap =
        ManagementFactory.getPlatformMXBeans(server, MemoryPoolMXBean.class).stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    this.buffers = ManagementFactory.getPlatformMXBeans(server, BufferPoolMXBean.class);
  }

  /** This JVM. */
  static JvmProcess own(Ticker ticker) {
    try {
      return new JvmBeans(ManagementFactory.getPlatformMBeanServer(), ticker, () -> {});
    } catch (IOException e) {
      throw new IllegalStateException("the beans of this JVM are in this JVM", e);
    }
  }

  /**
   * Another, over a connection.
   *
   * @param disconnect ends the connection
   */
  static JvmProcess of(MBeanServerConnection server, Ticker ticker, Runnable disconnect)
      throws IOException {
    return new JvmBeans(server, ticker, disconnect);
  }

  @Override
  public Figure bytes() {
    try {
      return liveSet();
    } catch (UndeclaredThrowableException e) {
      return gone();
    }
  }

  private Figure liveSet() {
    if (collectors.isEmpty() || heap.isEmpty()) {
      return Figure.missing("this runtime has no garbage collector beans");
    }
    long deadline = ticker.nanoTime() + GIVE_UP_AFTER.toNanos();
    long before = Long.MIN_VALUE;
    while (collect(deadline)) {
      long now = heldAfterCollection();
      if (Math.abs((double) now - before) <= Math.max(AGREE_BYTES, AGREE * now)) {
        return Figure.of((double) now);
      }
      before = now;
    }
    return Figure.missing(
        before == Long.MIN_VALUE
            ? "no collection was seen; is explicit collection disabled?"
            : "the live set did not stand still");
  }

  /** Whether a collection was seen before the deadline. */
  private boolean collect(long deadline) {
    long before = collections();
    memory.gc();
    while (collections() == before) {
      if (ticker.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    return ticker.nanoTime() <= deadline;
  }

  private long heldAfterCollection() {
    return heap.stream()
        .map(MemoryPoolMXBean::getCollectionUsage)
        .filter(Objects::nonNull)
        .mapToLong(MemoryUsage::getUsed)
        .sum();
  }

  @Override
  public Figure usedBytes() {
    return read(this::used);
  }

  @Override
  public Figure peakBytes() {
    return read(() -> heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum());
  }

  @Override
  public Figure directBytes() {
    return read(() -> buffers.stream().mapToLong(BufferPoolMXBean::getMemoryUsed).sum());
  }

  @Override
  public Figure threads() {
    return read(threads::getThreadCount);
  }

  @Override
  public void close() {
    disconnect.run();
  }

  private long collections() {
    return collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum();
  }

  private long used() {
    return heap.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
  }

  /** Beans of another JVM throw what a broken connection throws, undeclared. */
  private static Figure read(LongSupplier bean) {
    try {
      return Figure.of((double) bean.getAsLong());
    } catch (UndeclaredThrowableException e) {
      return gone();
    }
  }

  private static Figure gone() {
    return Figure.missing("the process ended while it was looked at");
  }
}
