package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.harness.compare.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken for a run's, read and removed. */
class RunDirectoriesTest {
  private static final String REPORT =
      """
      {"schema_version": 1, "performance_test_summary": {"overall_status": "PASSED"},
       "test_suite_results": {}}
      """;

  @TempDir private Path directory;

  private final List<Path> removed = new ArrayList<>();
  private final List<String> left = new ArrayList<>();

  @Test
  void runsComeInTheOrderOfTheirTime() throws IOException {
    run("20260103T000000Z-a");
    run("20260101T000000Z-c");
    run("20260102T000000Z-b");
    file("20260104T000000Z-killed/journal.jsonl", "");
    file("20260105T000000Z-torn/report.json", "{");
    file("mine/report.json", REPORT);

    List<StoredRun> runs = RunDirectories.in(directory).runs(left);

    assertThat(runs)
        .extracting(StoredRun::name)
        .containsExactly("20260101T000000Z-c", "20260102T000000Z-b", "20260103T000000Z-a");
    assertThat(left).hasSize(2);
    assertThat(left.get(0)).contains("killed: has no report; harness report ");
    assertThat(left.get(1)).endsWith("report.json:1:2: is not JSON, or cut off");
  }

  @Test
  void allButTheNewestGo() throws IOException {
    for (int day = 1; day <= 5; day++) {
      run("2026010%dT000000Z-a".formatted(day));
      file("2026010%dT000000Z-a/crash-load-ramp.txt".formatted(day), "");
      file("2026010%dT000000Z-a/journal.jsonl".formatted(day), "");
    }

    RunDirectories.in(directory).keep(2, removed, left);

    assertThat(removed).extracting(path -> path.getFileName().toString()).hasSize(3);
    assertThat(left).isEmpty();
    assertThat(names()).containsExactly("20260104T000000Z-a", "20260105T000000Z-a");
    RunDirectories.in(directory).keep(9, removed, left);
    assertThat(names()).hasSize(2);
  }

  /** Whatever is older: a run that may be under way, a link, notes, and what was never a run's. */
  @Test
  void whatIsNoRunStays() throws IOException {
    file("20260101T000000Z-killed/journal.jsonl", "");
    run("20260102T000000Z-noted");
    file("20260102T000000Z-noted/notes.txt", "mine");
    Path nested = run("20260103T000000Z-nested");
    Files.createDirectories(nested.resolve("report.html"));
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("report.json"), REPORT);
    Files.createSymbolicLink(directory.resolve("20260104T000000Z-link"), elsewhere);
    Path linked = run("20260105T000000Z-linked");
    Files.createSymbolicLink(linked.resolve("junit.xml"), elsewhere.resolve("report.json"));
    file("baseline/report.json", REPORT);
    file("20260106T000000Z-file", "");
    run("20260107T000000Z-old");
    run("20260108T000000Z-new");
    List<String> before = names();

    RunDirectories.in(directory).keep(1, removed, left);

    assertThat(removed).containsExactly(directory.resolve("20260107T000000Z-old"));
    assertThat(names())
        .containsExactlyElementsOf(
            before.stream().filter(name -> !name.equals("20260107T000000Z-old")).toList());
    assertThat(directory.resolve("20260102T000000Z-noted/report.json")).exists();
    assertThat(elsewhere.resolve("report.json")).content().isEqualTo(REPORT);
    assertThat(left)
        .hasSize(3)
        .anyMatch(it -> it.endsWith("noted stays: notes.txt is none of a run's files"))
        .anyMatch(it -> it.endsWith("nested stays: report.html is none of a run's files"))
        .anyMatch(it -> it.endsWith("linked stays: junit.xml is none of a run's files"));
  }

  @Test
  void whatIsNoDirectoryIsRefused() {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> RunDirectories.in(directory.resolve("nowhere")))
        .withMessageEndingWith("nowhere: there is no such directory");
  }

  private Path run(String name) throws IOException {
    file(name + "/report.json", REPORT);
    return directory.resolve(name);
  }

  private void file(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }

  private List<String> names() throws IOException {
    try (var all = Files.list(directory)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
