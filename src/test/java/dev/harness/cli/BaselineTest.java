package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.harness.compare.Circumstances;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run may be held against, and what is refused before it takes any time. */
class BaselineTest {
  @TempDir private Path directory;

  @Test
  void oneOfTheSameMachineProfileAndChecksMayBe() throws IOException {
    Baseline baseline = Baseline.read(report(12, 2, false));

    assertThatCode(() -> baseline.requireLike(baseline.run().circumstances()))
        .doesNotThrowAnyException();
  }

  @Test
  void anotherMachineIsRefusedWithBoth() throws IOException {
    Baseline baseline = Baseline.read(report(12, 2, false));
    Circumstances elsewhere = Baseline.read(report(12, 64, false)).run().circumstances();

    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> baseline.requireLike(elsewhere))
        .withMessageEndingWith("nothing could be concluded: not the same cpu_count: 64, before 2");
  }

  @Test
  void otherChecksAreRefused() throws IOException {
    Baseline baseline = Baseline.read(report(12, 2, false));

    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> baseline.requireLike(new Circumstances(Map.of("cpu_count", "2"))))
        .withMessageContaining("not the same profile: not told, before quick")
        .withMessageContaining("not the same checks: not told, before load/sustained");
  }

  @Test
  void oneThatWasCutShortIsRefused() throws IOException {
    Path partial = report(12, 2, true);

    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> Baseline.read(partial))
        .withMessageContaining("the baseline was cut short");
  }

  /** Against too few windows nothing can be concluded, whatever the run will be like. */
  @Test
  void oneWithTooFewWindowsIsRefused() throws IOException {
    Path few = report(9, 2, false);

    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> Baseline.read(few))
        .withMessageStartingWith("--baseline " + few)
        .withMessageEndingWith("the runs have no load in common with 10 windows or more");
  }

  @Test
  void oneThatIsNotThereIsRefused() {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> Baseline.read(directory.resolve("elsewhere")))
        .withMessageEndingWith("there is no such directory");
  }

  private Path report(int windows, int cpus, boolean partial) throws IOException {
    return Files.writeString(
        directory.resolve("report-%d-%d-%s.json".formatted(windows, cpus, partial)),
        """
        {"schema_version": 1,
         "performance_test_summary": {"run_id": "a", "profile": "quick", "partial": %s},
         "system_information": {"cpu_count": %d},
         "test_suite_results": {"load": {"checks": [{"check": "load/sustained", "timeline": [
           {"phase": "sustained", "load": "steady", "in_process": false,
            "seconds": %4$s, "due": %4$s, "completed": %4$s,
            "p50_ms": %4$s, "p95_ms": %4$s, "p99_ms": %4$s}]}]}}}
        """
            .formatted(partial, cpus, windows, Collections.nCopies(windows, 1)));
  }
}
