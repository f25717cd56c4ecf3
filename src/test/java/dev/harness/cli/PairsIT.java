package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two things in turns. What makes a run here is a shell, which takes no time and leaves a report.
 */
class PairsIT {
  private static final String LEAVES_A_REPORT =
      "d=$HARNESS_REPORT_DIR/run-$$; echo {} >> order; mkdir $d && cp {} $d/report.json";

  @TempDir Path home;

  private Place place;

  @BeforeEach
  void twoReports() throws Exception {
    place = ProgramRun.in(home);
    place.file("fast.json", report(10));
    place.file("slow.json", report(13));
  }

  @Test
  void whatIsSlowerInEachPairIsRegressed() throws Exception {
    Ended ended = place.run(pairs("fast.json", "slow.json", "3", LEAVES_A_REPORT));

    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(1);
    assertThat(ended.out())
        .contains("pair 3 of 3 by itself: regressed", "REGRESSED  ")
        .containsPattern("regressed +response time P95 +\\+30.0 %");
    assertThat(place.directory().resolve("order"))
        .content()
        .isEqualToIgnoringNewLines("fast.jsonslow.jsonslow.jsonfast.jsonfast.jsonslow.json");
    assertThat(place.files())
        .filteredOn(file -> file.toString().matches("harness-pairs/candidate/run-[0-9]+"))
        .hasSize(3);
    assertThat(place.directory().resolve("harness-pairs/comparison.html")).isNotEmptyFile();
    assertThat(place.directory().resolve("harness-pairs/comparison.md"))
        .content()
        .contains("| regressed | response time P95 | +30.0 % |");
  }

  @Test
  void theSameIsUnchanged() throws Exception {
    Ended ended = place.run(pairs("fast.json", "fast.json", "2", LEAVES_A_REPORT));

    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.out()).contains("UNCHANGED  ");
  }

  @Test
  void aRunThatCannotMeasureEndsItWithWhatItSaid() throws Exception {
    Ended unreachable =
        place.run(pairs("fast.json", "slow.json", "2", "echo no such host {}; exit 4"));
    Ended nothing = place.run(pairs("fast.json", "slow.json", "2", "true {}"));

    assertThat(unreachable.exitCode()).isEqualTo(4);
    assertThat(unreachable.err()).contains("ended with exit code 4: no such host fast.json (all");
    assertThat(nothing.exitCode()).isEqualTo(64);
    assertThat(nothing.err()).contains("the command left 0 runs in harness-pairs/base");
  }

  @Test
  void aRunThatGoesOnIsEnded() throws Exception {
    Ended ended =
        place.run(
            "compare",
            "fast.json",
            "slow.json",
            "--pairs=2",
            "--longest=500ms",
            "--",
            "sh",
            "-c",
            "sleep 60 & wait # {}");

    assertThat(ended.exitCode()).isEqualTo(4);
    assertThat(ended.err()).contains("went on for more than 500ms, and was ended");
    assertThat(ended.processesLeft()).isEmpty();
  }

  /** The third run goes on until it is ended: one pair is whole, and one pair shows nothing. */
  @Test
  void whoIsInterruptedLeavesNothingRunning() throws Exception {
    String third = "[ $(wc -l < order) = 3 ] && touch third && sleep 60; true";
    try (ProgramRun run =
        place.start(pairs("fast.json", "slow.json", "9", LEAVES_A_REPORT + "; " + third))) {
      Path begun = place.directory().resolve("third");
      assertThat(run.holdsBeforeItEnds(() -> Files.exists(begun))).as(run.err()).isTrue();
      run.signal("INT");
      Ended ended = run.end();

      assertThat(ended.exitCode()).isEqualTo(130);
      assertThat(ended.err()).contains("stopping;", "1 pairs were whole");
      assertThat(ProgramRun.holdsWithin(Duration.ofSeconds(5), () -> run.processesLeft().isEmpty()))
          .as("%s", run.processesLeft())
          .isTrue();
    }
  }

  @Test
  void whatTellsThemApartIsAskedFor() throws Exception {
    Ended ended = place.run("compare", "a", "b", "--pairs", "2", "--", "run", "--all");

    assertThat(ended.exitCode()).isEqualTo(64);
    assertThat(ended.problems())
        .containsExactly(
            "harness: --pairs: there is no {} in the command run --all; BASE and CANDIDATE stand"
                + " there in turns");
    assertThat(place.files()).extracting(Path::toString).containsOnly("fast.json", "slow.json");
  }

  private static String[] pairs(String base, String candidate, String pairs, String script) {
    return new String[] {"compare", base, candidate, "--pairs", pairs, "--", "sh", "-c", script};
  }

  private static String report(int millis) {
    return """
        {"schema_version": 1, "performance_test_summary": {"run_id": "r%1$d"},
         "test_suite_results": {"load": {"checks": [{"check": "load/sustained", "timeline": [
           {"phase": "sustained", "load": "steady", "in_process": false,
            "seconds": %2$s, "due": %2$s, "completed": %2$s,
            "p50_ms": %3$s, "p95_ms": %3$s, "p99_ms": %3$s}]}]}}}
        """
        .formatted(millis, Collections.nCopies(12, 1), Collections.nCopies(12, millis));
  }
}
