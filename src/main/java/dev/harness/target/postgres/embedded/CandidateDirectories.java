package dev.harness.target.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where a server's directory might be put, best first. */
final class CandidateDirectories {

  private static final Set<String> MEMORY_BACKED = Set.of("tmpfs", "ramfs");

  private CandidateDirectories() {}

  /** The usual places, as the environment and the JVM's properties name them; not yet tried. */
  static List<Path> of(
      Map<String, String> environment, UnaryOperator<@Nullable String> properties) {
    Set<Path> places = new LinkedHashSet<>();
    add(places, properties.apply("java.io.tmpdir"));
    // The JVM itself does not look at it.
    add(places, environment.get("TMPDIR"));
    add(places, environment.get("XDG_RUNTIME_DIR"));
    add(places, environment.get("XDG_CACHE_HOME"));
    String home = properties.apply("user.home");
    // The JVM says "?" for a user without a name.
    if (home != null && !home.equals("?")) {
      add(places, home + "/.cache");
    }
    add(places, "/var/tmp");
    add(places, properties.apply("user.dir"));
    add(places, "/dev/shm");
    return List.copyOf(places);
  }

  /**
   * Those that exist. Those that live in memory come last: there, a commit that waits for the disk
   * waits for nothing, and its figures would not be those of a durable database.
   */
  static List<Path> diskFirst(List<Path> places) {
    return diskFirst(places, CandidateDirectories::isMemoryBacked);
  }

  static List<Path> diskFirst(List<Path> places, Predicate<Path> memoryBacked) {
    List<Path> sorted = new ArrayList<>(places.stream().filter(Files::isDirectory).toList());
    sorted.sort(Comparator.comparing(memoryBacked::test));
    return List.copyOf(sorted);
  }

  /** The file system's type, such as {@code ext4}, or {@code unknown}. */
  static String fileSystem(Path directory) {
    try {
      return Files.getFileStore(directory).type();
    } catch (IOException e) {
      return "unknown";
    }
  }

  private static boolean isMemoryBacked(Path directory) {
    return MEMORY_BACKED.contains(fileSystem(directory));
  }

  private static void add(Set<Path> places, @Nullable String place) {
    if (place != null && place.startsWith("/")) {
      places.add(Path.of(place).normalize());
    }
  }
}
