package dev.harness.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.run.port.ProcessProbe.HostSample;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import dev.harness.time.SystemTicker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What is sampled is what the operating system says itself. */
@EnabledOnOs(OS.LINUX)
class OshiProbeIT {
  private static final Percentage CLOSE = Percentage.withPercentage(2);
  private static final double PAGE_BYTES = 4096;
  private static final long TICK_NANOS = 10_000_000;
  private static final int UTIME = 11;
  private static final int RSS_PAGES = 21;

  private final OshiProbe probe = new OshiProbe();

  /** A process that waits for its input, and so stays as it is between two looks. */
  @Test
  void aProcessIsAsProcfsHasIt() throws IOException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                SleepingJvm.class.getName(),
                "1000000")
            .start();
    try (var out = process.inputReader()) {
      assertThat(out.readLine()).startsWith("holding");
      Path procfs = Path.of("/proc", Long.toString(process.pid()));

      ProcessSample sample = probe.process(process.pid()).orElseThrow();
      String[] stat = Files.readString(procfs.resolve("stat")).split("\\) ", 2)[1].split(" ", -1);

      assertThat((double) sample.rssBytes())
          .isCloseTo(PAGE_BYTES * Long.parseLong(stat[RSS_PAGES]), CLOSE);
      assertThat(sample.cpuNanos())
          .isBetween(
              TICK_NANOS * (Long.parseLong(stat[UTIME]) + Long.parseLong(stat[UTIME + 1]) - 5),
              TICK_NANOS * (Long.parseLong(stat[UTIME]) + Long.parseLong(stat[UTIME + 1])));
      assertThat((double) sample.threads()).isCloseTo(entries(procfs.resolve("task")), CLOSE);
      assertThat((double) sample.openFiles()).isCloseTo(entries(procfs.resolve("fd")), CLOSE);
    } finally {
      process.destroyForcibly();
    }
  }

  /** The machine goes on meanwhile: so between what it says before and after. */
  @Test
  void theMachineIsAsProcfsHasIt() throws IOException {
    long before = usedBytes();
    HostSample sample = probe.host();
    long after = usedBytes();

    double total = probe.facts().memoryBytes();
    assertThat(total).isCloseTo(1024.0 * meminfo("MemTotal"), CLOSE);
    assertThat((double) sample.memoryUsedBytes())
        .isBetween(Math.min(before, after) - 0.02 * total, Math.max(before, after) + 0.02 * total);
  }

  /** Faster than the ticks are read anew. */
  @Test
  void oftenAskedTheMachineTellsItsProcessorTimeEachTime() {
    probe.host();
    var ticker = new SystemTicker();
    long start = ticker.nanoTime();
    while (Double.isNaN(probe.host().cpuPercent())) {
      assertThat(ticker.nanoTime() - start).isLessThan(Duration.ofSeconds(20).toNanos());
      LockSupport.parkNanos(20_000_000);
    }

    double[] told =
        Stream.generate(probe::host).limit(20).mapToDouble(HostSample::cpuPercent).toArray();

    assertThat(Arrays.stream(told)).allMatch(percent -> percent >= 0 && percent <= 100);
  }

  private static double entries(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.count();
    }
  }

  private static long usedBytes() throws IOException {
    return 1024 * (meminfo("MemTotal") - meminfo("MemAvailable"));
  }

  private static long meminfo(String name) throws IOException {
    return Files.readAllLines(Path.of("/proc/meminfo")).stream()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.replaceAll("\\D+", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow();
  }
}
