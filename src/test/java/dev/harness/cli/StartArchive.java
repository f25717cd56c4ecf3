package dev.harness.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The program's classes as a Java that starts it wants them (class data sharing, JEP 350): the
 * tests start it some hundred times, and half of what a short one costs is to read its classes.
 */
final class StartArchive {
  private static final Path FILE = made();

  private StartArchive() {}

  /** For the Java that runs the jar. Where the archive does not fit, Java does without it. */
  static List<String> options() {
    return List.of("-XX:SharedArchiveFile=" + FILE, "-Xshare:auto", "-Xlog:cds*=off");
  }

  /** One for each build of the jar and each Java, made by whichever test process comes first. */
  private static Path made() {
    try {
      Path jar = Path.of(System.getProperty("harness.jar"));
      Path file =
          jar.resolveSibling(
              "start-%s-%d.jsa"
                  .formatted(Runtime.version(), Files.getLastModifiedTime(jar).toMillis()));
      if (!Files.exists(file)) {
        Path directory = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "start");
        Path fresh = directory.resolve("fresh.jsa");
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:ArchiveClassesAtExit=" + fresh,
                "-jar",
                jar.toString(),
                "schema",
                "plan")
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("out").toFile())
            .start()
            .waitFor();
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the classes were archived", e);
    }
  }
}
