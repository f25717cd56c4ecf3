package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports go to a file system that is too small for them. */
class FullDiskIT {
  @TempDir Path home;

  private Place place;
  private Path tiny;

  @BeforeEach
  void mountATinyFileSystem() throws Exception {
    place = ProgramRun.in(home);
    tiny = Files.createDirectory(place.directory().resolve("tiny"));
    assumeTrue(
        succeeds("mount", "-t", "tmpfs", "-o", "size=24k", "tmpfs", tiny.toString()),
        "this user may not mount a file system");
  }

  @AfterEach
  void unmount() throws Exception {
    succeeds("umount", tiny.toString());
  }

  @Test
  void aDiskThatFillsDoesNotEndTheRunAndTheRunIsNoPass() throws Exception {
    Ended ended =
        place.run(
            "run",
            "--check=context/validation,context/single-creation,stress/user-limit",
            "--profile=quick",
            "--report-dir=tiny",
            "--format=json",
            "--output-file=report.json");

    assertThat(ended.exitCode()).isEqualTo(70);
    assertThat(ended.problems())
        .filteredOn(line -> line.startsWith("harness: the journal"))
        .containsExactly(
            "harness: the journal: No space left on device; the run goes on, and is no pass");
    assertThat(ended.out())
        .contains("ERROR  3 of 3 checks passed", "exit code 70")
        .contains("the journal could not be written to its end: No space left on device")
        .contains("report.json cannot be written");
    JsonNode report = WrittenReport.read(place.directory().resolve("report.json"));
    JsonNode summary = report.path("performance_test_summary");
    assertThat(summary.path("harness_faults")).hasSize(2);
    assertThat(summary.path("exit_code").asInt()).isEqualTo(70);
    assertThat(WrittenReport.check(report, "stress/user-limit").path("verdict").asText())
        .isEqualTo("pass");
  }

  @Test
  void aDiskThatIsFullIsToldBeforeAnythingStarts() throws Exception {
    Files.write(Files.createFile(tiny.resolve("filler")), new byte[24 * 1024]);

    Ended ended = place.run("run", "--check=context/validation", "--report-dir=tiny");

    assertThat(ended.exitCode()).isEqualTo(64);
    assertThat(ended.problems())
        .singleElement()
        .asString()
        .contains("--report-dir", "journal.jsonl cannot be written", "No space left on device");
    assertThat(tiny.toFile().list()).containsExactly("filler");
  }

  private static boolean succeeds(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).start().waitFor() == 0;
  }
}
