package dev.harness.host;

import dev.harness.measure.Figure;
import dev.harness.run.port.LiveSet;
import dev.harness.time.Ticker;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The live set of this JVM: used heap after two collections that were asked for and seen, once it
 * stands still within 1 % over 200 ms.
 */
public final class JvmLiveSet implements LiveSet {
  private static final int COLLECTIONS = 2;
  private static final double STILL = 0.01;
  private static final Duration STILL_FOR = Duration.ofMillis(200);
  private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(20);
  private static final Duration LOOK_EVERY = Duration.ofMillis(10);

  private final Ticker ticker;
  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getGarbageCollectorMXBeans();
  private final List<MemoryPoolMXBean> heap =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .toList();

  public JvmLiveSet(Ticker ticker) {
    this.ticker = ticker;
  }

  @Override
  @SuppressWarnings("SystemGc") // the collection is what is measured
  public Figure bytes() {
    if (collectors.isEmpty()) {
      return Figure.missing("this runtime has no garbage collector beans");
    }
    long deadline = ticker.nanoTime() + GIVE_UP_AFTER.toNanos();
    for (int i = 0; i < COLLECTIONS; i++) {
      long before = collections();
      System.gc();
      while (collections() == before) {
        if (ticker.nanoTime() > deadline) {
          return Figure.missing("no collection was seen; is explicit collection disabled?");
        }
        LockSupport.parkNanos(LOOK_EVERY.toNanos());
      }
    }
    return whenStill(deadline);
  }

  private Figure whenStill(long deadline) {
    long reference = used();
    long since = ticker.nanoTime();
    while (ticker.nanoTime() - since < STILL_FOR.toNanos()) {
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
      long now = used();
      if (Math.abs(now - reference) > STILL * reference) {
        reference = now;
        since = ticker.nanoTime();
      }
      if (ticker.nanoTime() > deadline) {
        return Figure.missing("the heap did not stand still");
      }
    }
    return Figure.of((double) used());
  }

  private long collections() {
    return collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum();
  }

  private long used() {
    return heap.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
  }
}
