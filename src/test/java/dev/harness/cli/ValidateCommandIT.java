package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import dev.harness.testing.Alone;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code validate}. */
@Alone
class ValidateCommandIT {
  private static final int INTERRUPTED = 130;

  @TempDir Path home;

  private Place place;

  @BeforeEach
  void preparePlace() throws Exception {
    place = ProgramRun.in(home);
  }

  /**
   * A machine with other work may be unfit, and is called so; what is not the machine's is well.
   */
  @Test
  void looksAtEachPartAndSumsItUp() throws Exception {
    Ended ended = place.run("validate", "--quick");

    List<String> lines = ended.out().lines().toList();
    assertThat(lines)
        .containsSubsequence(
            "Files", "Syntax", "Host", "Dependencies", "Quick Checks", "Dry Runs", "Controls", "");
    assertThat(ended.out())
        .containsPattern("  . timer lag +P99 [0-9.]+ ms")
        .containsPattern("  ✔ PostgreSQL +[0-9.]+, room for [0-9]+ connections")
        .containsPattern("  ✔ engines-left +engine/cleanup: caught by engines_left")
        .containsPattern("  ✔ limit-counted-late +stress/user-limit: caught by users_held_to_limit")
        .containsPattern("  ✔ connections-recycled +.*: left alone, as it should be")
        .contains("✔ Files Valid", "✔ Dependencies Valid", "✔ Controls Valid")
        .contains("left out by --quick: ", "memory/leak", "connections-kept");
    boolean unfit = lines.stream().anyMatch(line -> line.matches("✘ (Host|Quick Checks) Invalid"));
    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(unfit ? 3 : 0);
    assertThat(ended.out())
        .contains("Overall Status: " + (unfit ? "INVALID (exit code 3)" : "VALID (exit code 0)"));
    assertThat(ended.err()).isEmpty();
    assertThat(ended.processesLeft()).isEmpty();
    assertThat(place.temporaryFiles()).isEmpty();
    assertThat(place.files()).isEmpty();
  }

  @Test
  void anInterruptEndsItAndLeavesNothing() throws Exception {
    try (ProgramRun run = place.start("validate")) {
      assertThat(run.holdsBeforeItEnds(() -> run.out().contains("context/validation"))).isTrue();
      run.signal("INT");
      Ended ended = run.end();

      assertThat(ended.exitCode()).isEqualTo(INTERRUPTED);
      assertThat(ended.out()).contains("Overall Status: PARTIAL (exit code 130)");
      assertThat(ended.err()).contains("harness: stopping");
      assertThat(run.leavesNothingWithinFiveSeconds()).as(run.left()).isTrue();
    }
  }
}
