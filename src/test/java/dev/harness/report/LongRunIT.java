package dev.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long run is rendered in little time and memory, and its page is one that a browser opens. */
class LongRunIT {
  private static final long MOST_MILLIS = 5_000;
  private static final long MOST_BYTES = 5_000_000;

  @TempDir private Path directory;

  @Test
  void aHundredHoursAreRenderedInSecondsAndInLittleMemory() throws Exception {
    Path said = directory.resolve("said");
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                LongRun.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      program.destroyForcibly();
    }

    assertThat(program.exitValue()).as(Files.readString(said)).isZero();
    assertThat(Long.parseLong(Files.readString(said).strip())).isLessThanOrEqualTo(MOST_MILLIS);
    assertThat(Files.size(directory.resolve("report.html"))).isBetween(MOST_BYTES / 4, MOST_BYTES);
  }
}
