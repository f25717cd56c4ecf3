package dev.harness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Programs of a few lines that leak, spin, open files, or rest, until they are ended. */
final class WatchedProgram {
  private static final Map<String, String> BODIES =
      Map.of(
          "leaks",
          """
          var kept = new java.util.ArrayList<byte[]>();
          while (true) {
            byte[] block = new byte[1 << 18];
            java.util.Arrays.fill(block, (byte) kept.size());
            kept.add(block);
            java.util.concurrent.locks.LockSupport.parkNanos(250_000_000L);
          }""",
          "spins",
          "for (long n = 0; n >= 0; n = n + 1 & Long.MAX_VALUE) {}",
          "opens",
          """
          var kept = new java.util.ArrayList<java.io.InputStream>();
          while (true) {
            kept.add(new java.io.FileInputStream(args[0]));
            java.util.concurrent.locks.LockSupport.parkNanos(200_000_000L);
          }""",
          "rests",
          "while (true) java.util.concurrent.locks.LockSupport.park();");

  private static final Duration BEGINS_WITHIN = Duration.ofSeconds(60);

  private WatchedProgram() {}

  /** In a JVM of its own, that has begun to do it. */
  static Process start(Path home, String does) throws IOException {
    Path log = home.resolve(does + ".log");
    Path source =
        Files.writeString(
            home.resolve(does + ".java"),
            "class Watched { public static void main(String... args) throws Exception {\nSystem.out.println(1);\n%s\n} }"
                .formatted(BODIES.get(does)));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                source.toString(),
                source.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!ProgramRun.holdsWithin(BEGINS_WITHIN, () -> log.toFile().length() > 0)) {
      process.destroyForcibly();
      throw new AssertionError("has not begun within " + BEGINS_WITHIN);
    }
    return process;
  }
}
