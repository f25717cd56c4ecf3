package dev.harness.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * For how long a quota has held threads of this process's control group back, as Linux counts it in
 * {@code cpu.stat}: in microseconds in version 2, in nanoseconds in version 1.
 */
final class CpuQuota {
  private static final String STATISTICS = "cpu.stat";
  private static final String MICROSECONDS = "throttled_usec";
  private static final String NANOSECONDS = "throttled_time";
  private static final int CONTROLLERS = 1;
  private static final int GROUP = 2;

  private final Optional<Path> statistics;

  private CpuQuota(Optional<Path> statistics) {
    this.statistics = statistics;
  }

  static CpuQuota ofThisProcess() {
    return of(Path.of("/proc/self/cgroup"), Path.of("/sys/fs/cgroup"));
  }

  /**
   * @param groups which groups a process is in, as {@code /proc/PID/cgroup} tells
   * @param root where their files are mounted
   */
  static CpuQuota of(Path groups, Path root) {
    return new CpuQuota(
        candidates(groups, root).stream()
            .filter(file -> Double.isFinite(throttledSeconds(file)))
            .findFirst());
  }

  /** Up to now; NaN where nothing counts it. */
  double throttledSeconds() {
    return statistics.map(CpuQuota::throttledSeconds).orElse(Double.NaN);
  }

  /** A container may see its own group as the root of all, and be named otherwise. */
  private static List<Path> candidates(Path groups, Path root) {
    var found = new ArrayList<Path>();
    for (String line : lines(groups)) {
      String[] parts = line.split(":", 3);
      if (parts.length == 3) {
        String controllers = parts[CONTROLLERS];
        boolean counts = controllers.isEmpty() || List.of(controllers.split(",")).contains("cpu");
        Path mount = root.resolve(controllers);
        if (counts) {
          found.add(mount.resolve(parts[GROUP].replaceFirst("^/+", "")).resolve(STATISTICS));
          found.add(mount.resolve(STATISTICS));
        }
      }
    }
    return found;
  }

  private static double throttledSeconds(Path file) {
    return lines(file).stream()
        .map(line -> line.split(" "))
        .filter(parts -> parts.length == 2)
        .flatMap(parts -> seconds(parts[0], parts[1]).stream())
        .findFirst()
        .orElse(Double.NaN);
  }

  private static Optional<Double> seconds(String name, String value) {
    try {
      return switch (name) {
        case MICROSECONDS -> Optional.of(Long.parseLong(value) / 1e6);
        case NANOSECONDS -> Optional.of(Long.parseLong(value) / 1e9);
        default -> Optional.empty();
      };
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** None where the system has no such file, or does not let us read it. */
  private static List<String> lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      return List.of();
    }
  }
}
