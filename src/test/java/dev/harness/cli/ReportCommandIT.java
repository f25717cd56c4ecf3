package dev.harness.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import dev.harness.random.Seed;
import dev.harness.time.SystemTicker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The command {@code report}: what it makes of the journals that real runs leave. */
class ReportCommandIT {
  private static final String ENDS_AT_ONCE = "context/validation";
  private static final String TAKES_SECONDS = "stress/mixed-workload";
  private static final int INCONCLUSIVE = 3;
  private static final int KILLED = 137;
  private static final int INTERRUPTED = 130;
  private static final long NOT_BEGUN = Long.MIN_VALUE;

  /** What its steady loads take by themselves, whatever the machine does. */
  private static final double SHORTEST_RUN_SECONDS = 5;

  @TempDir Path home;

  private Place place;

  @BeforeEach
  void preparePlace() throws Exception {
    place = ProgramRun.in(home);
  }

  @Test
  void aRunThatEndedIsReportedAsItReportedItself() throws Exception {
    Ended run = place.run("run", "--check", ENDS_AT_ONCE + ",stress/user-limit");
    Path written = WrittenReport.file(place.directory());
    Map<Path, String> itsOwn = reportsBeside(written);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("written: " + relative(written.resolveSibling("journal.jsonl")));
    assertThat(itsOwn.keySet())
        .extracting(file -> file.getFileName().toString())
        .containsExactlyInAnyOrder(
            "report.json", "report.html", "junit.xml", "summary.md", "windows.csv", "latency.hlog");

    for (Path report : itsOwn.keySet()) {
      Files.delete(report);
    }
    Ended again = place.run("report", "harness-reports");

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out()).isEqualTo(run.out());
    assertThat(reportsBeside(written)).isEqualTo(itsOwn);
    assertThat(again.err().lines())
        .containsExactlyInAnyOrderElementsOf(
            itsOwn.keySet().stream().map(file -> "written: " + relative(file)).toList());
  }

  @Test
  void writesTheFormatsThatAreAskedFor() throws Exception {
    place.run("run", "--check", ENDS_AT_ONCE, "--format", "markdown");
    Path written = WrittenReport.file(place.directory());
    assertThat(reportsBeside(written).keySet())
        .containsExactly(written.resolveSibling("summary.md"));

    Ended more = place.run("report", "harness-reports", "--format=json,JUnit,json");

    assertThat(more.exitCode()).as(more.err()).isZero();
    assertThat(reportsBeside(written).keySet())
        .containsExactlyInAnyOrder(
            written, written.resolveSibling("summary.md"), written.resolveSibling("junit.xml"));
  }

  @Test
  void aReportThatIsThereIsLeftUnlessForced() throws Exception {
    place.run("run", "--check", ENDS_AT_ONCE);
    Path written = WrittenReport.file(place.directory());
    String itsOwn = Files.readString(written);
    String directory = String.valueOf(written.getParent());
    Files.writeString(written, "edited");

    Ended left = place.run("report", directory, "--quiet");
    assertThat(written).hasContent("edited");
    Ended forced = place.run("report", directory, "--force");

    assertThat(left.exitCode()).isZero();
    assertThat(left.problems())
        .containsExactly(
            "harness: %s/report.json: is no report of harness, and what the run was held against is"
                    .formatted(directory)
                + " not known");
    assertThat(left.out()).startsWith("PASSED  1 of 1 checks passed").doesNotContain("FIGURE");
    assertThat(forced.err()).contains("written: " + directory);
    assertThat(written).hasContent(itsOwn);
  }

  @ParameterizedTest
  @CsvSource({"run-started, 1", "check-started, 1", "window-closed, 4"})
  void aRunThatIsKilledIsReportedUpToItsLastClosedWindow(String event, int times) throws Exception {
    kill(() -> count(event) >= times);

    assertAllThatClosedIsReported();
  }

  /** At moments that nobody chose: as many as {@code -Dharness.kills=20} says. */
  @ParameterizedTest
  @MethodSource
  void soIsOneThatIsKilledAtAnyMoment(double seconds) throws Exception {
    var clock = new SystemTicker();
    var since = new AtomicLong(NOT_BEGUN);
    kill(
        () -> {
          if (since.get() == NOT_BEGUN && count("run-started") > 0) {
            since.set(clock.nanoTime());
          }
          return since.get() != NOT_BEGUN && clock.nanoTime() - since.get() >= seconds * 1e9;
        });

    assertAllThatClosedIsReported();
  }

  static DoubleStream soIsOneThatIsKilledAtAnyMoment() {
    var seed = new Seed(new SecureRandom().nextLong());
    return IntStream.range(0, Integer.getInteger("harness.kills", 1))
        .mapToDouble(n -> SHORTEST_RUN_SECONDS * seed.uniform(n));
  }

  private void kill(BooleanSupplier moment) throws Exception {
    try (ProgramRun run =
        place.start("run", "--check", ENDS_AT_ONCE + "," + TAKES_SECONDS, "--profile=quick")) {
      assertThat(run.holdsBeforeItEnds(moment)).as(run.err()).isTrue();
      run.signal("KILL");
      assertThat(run.end().exitCode()).isEqualTo(KILLED);
    }
  }

  /** Of every window that is in the journal, and of what is missing. */
  private void assertAllThatClosedIsReported() throws Exception {
    var journal = WrittenJournal.in(place.directory());

    Ended ended = place.run("report", "harness-reports");

    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(INCONCLUSIVE);
    assertThat(ended.out())
        .contains("INCONCLUSIVE", "exit code 3", "partial: the run was cut short")
        .contains("partial: %d of 2 checks ended; ".formatted(journal.count("check-ended")))
        .contains(
            journal.count("window-closed") == 0
                ? "no window had closed; "
                : "the last closed window is at 2")
        .contains("; %,d bytes unreadable".formatted(journal.tornBytes()));
    JsonNode report = WrittenReport.in(place.directory());
    assertThat(report.at("/performance_test_summary/partial").asBoolean()).isTrue();
    for (String check : journal.started()) {
      JsonNode told = WrittenReport.check(report, check);
      assertThat(told.path("verdict").asText())
          .isEqualTo(journal.ended(check) ? "pass" : "inconclusive");
      assertThat(due(told)).as("all windows of " + check).isEqualTo(journal.due(check));
    }
  }

  @Test
  void aRunThatIsInterruptedHasAWholeJournal() throws Exception {
    try (ProgramRun run = place.start("run", "--check", TAKES_SECONDS, "--profile=quick")) {
      assertThat(run.holdsBeforeItEnds(() -> count("window-closed") >= 3)).as(run.err()).isTrue();
      run.signal("INT");
      assertThat(run.end().exitCode()).isEqualTo(INTERRUPTED);
    }
    Path written = WrittenReport.file(place.directory());
    String itsOwn = Files.readString(written);
    Files.delete(written);

    Ended again = place.run("report", "harness-reports");

    assertThat(again.exitCode()).as(again.err()).isEqualTo(INTERRUPTED);
    assertThat(again.out()).contains("the run was cut short").doesNotContain("unreadable");
    assertThat(written).hasContent(itsOwn);
  }

  @Test
  void ofSeveralRunsTheNewestIsTaken() throws Exception {
    place.run("run", "--check", "stress/user-limit");
    Path older = requireNonNull(WrittenReport.file(place.directory()).getParent());
    Path runs = Files.createDirectory(place.directory().resolve("runs"));
    Files.move(older, runs.resolve("20200102T030405Z-00000000"));
    place.run("run", "--check", ENDS_AT_ONCE, "--report-dir=runs");

    Ended ended = place.run("report", "runs");

    assertThat(ended.out()).contains(ENDS_AT_ONCE).doesNotContain("user-limit");
  }

  /** All files of a run's directory but its journal. */
  private static Map<Path, String> reportsBeside(Path report) throws Exception {
    var texts = new HashMap<Path, String>();
    try (var files = Files.list(requireNonNull(report.getParent()))) {
      for (Path file : files.filter(path -> !path.endsWith("journal.jsonl")).toList()) {
        texts.put(file, Files.readString(file));
      }
    }
    return texts;
  }

  private long count(String event) {
    return WrittenJournal.in(place.directory()).count(event);
  }

  private static long due(JsonNode check) {
    long due = 0;
    for (JsonNode phase : check.path("phases")) {
      due += phase.path("due").asLong();
    }
    return due;
  }

  private Path relative(Path file) {
    return place.directory().relativize(file);
  }
}
