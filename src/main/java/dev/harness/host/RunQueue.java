package dev.harness.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long threads of this process were ready to run and had no processor, by Linux's scheduler
 * ({@code /proc/self/task/N/schedstat}: nanoseconds run, nanoseconds waited, turns).
 *
 * <p>Java does not tell which of the system's threads one of its own is. It is found by its
 * processor time, which both count in nanoseconds, in a moment in which it rests.
 */
final class RunQueue {
  private static final double NANOS_PER_SECOND = 1e9;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Path tasks;
  private final Map<Long, Path> found = new ConcurrentHashMap<>();

  private RunQueue(Path tasks) {
    this.tasks = tasks;
  }

  static RunQueue ofThisProcess() {
    return new RunQueue(Path.of("/proc/self/task"));
  }

  /**
   * In all of the thread's life; NaN where the system does not tell, or the thread was never seen
   * at rest.
   *
   * @param id by which Java knows the thread
   */
  double waitedSeconds(long id) {
    Path schedstat = found.get(id);
    if (schedstat == null) {
      schedstat = find(id);
      if (schedstat == null) {
        return Double.NaN;
      }
      found.put(id, schedstat);
    }
    long waited = nanos(schedstat, 1);
    return waited < 0 ? Double.NaN : waited / NANOS_PER_SECOND;
  }

  private @Nullable Path find(long id) {
    if (!Files.isDirectory(tasks) || !threads.isThreadCpuTimeSupported()) {
      return null;
    }
    long ran = threads.getThreadCpuTime(id);
    try (Stream<Path> all = Files.list(tasks)) {
      return all.map(task -> task.resolve("schedstat"))
          .filter(schedstat -> ran > 0 && nanos(schedstat, 0) == ran)
          .findFirst()
          .orElse(null);
    } catch (IOException | UncheckedIOException e) {
      return null;
    }
  }

  /** Below 0 of a thread that has ended. */
  private static long nanos(Path schedstat, int field) {
    try {
      return Long.parseLong(Files.readString(schedstat).trim().split(" ", -1)[field]);
    } catch (IOException | RuntimeException e) {
      return -1;
    }
  }
}
