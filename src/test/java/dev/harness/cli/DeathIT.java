package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a run dies in its middle, nothing that it started outlives it by more than 5 s. */
class DeathIT {
  private static final int KILLED = 137;
  private static final int INTERRUPTED = 130;

  /** Processes of a PostgreSQL with so many connections, and the server's own. */
  private static final int SIXTY_AT_WORK = 60;

  @TempDir Path home;

  private Place place;

  @BeforeEach
  void preparePlace() throws Exception {
    place = ProgramRun.in(home);
  }

  @Test
  void aRunThatIsKilledLeavesNothing() throws Exception {
    try (ProgramRun run = inTheMiddle()) {
      run.signal("KILL");

      assertThat(run.leavesNothingWithinFiveSeconds()).as(run.left()).isTrue();
      assertThat(run.end().exitCode()).isEqualTo(KILLED);
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void aRunThatIsAskedToEndReportsWhatItHasMeasured(String signal, int exitCode) throws Exception {
    try (ProgramRun run = inTheMiddle()) {
      run.signal(signal);

      assertThat(run.leavesNothingWithinFiveSeconds()).as(run.left()).isTrue();
      Ended ended = run.end();
      assertThat(ended.exitCode()).isEqualTo(exitCode);
      assertThat(ended.out()).contains("partial: the run was cut short");
      JsonNode report = WrittenReport.in(place.directory());
      JsonNode summary = report.path("performance_test_summary");
      assertThat(summary.path("partial").asBoolean()).isTrue();
      assertThat(summary.path("exit_code").asInt()).isEqualTo(exitCode);
      JsonNode whole = WrittenReport.check(report, "websocket/dispatch-rate");
      assertThat(whole.path("verdict").asText()).isEqualTo("pass");
      JsonNode cut = WrittenReport.check(report, "database/concurrent-operations");
      assertThat(cut.path("verdict").asText()).isEqualTo("inconclusive");
      assertThat(cut.path("reason").asText()).contains("interrupted");
      assertThat(summary.path("checks_not_run").toString()).isEqualTo("[\"stress/user-limit\"]");
      assertThat(cut.path("phases").path(0).path("completed").asLong()).isPositive();
    }
  }

  @Test
  void aSecondInterruptEndsItAtOnce() throws Exception {
    try (ProgramRun run = inTheMiddle()) {
      run.signal("INT");
      run.signal("INT");

      assertThat(run.endsWithin(Duration.ofSeconds(2))).isTrue();
      assertThat(run.leavesNothingWithinFiveSeconds()).as(run.left()).isTrue();
      assertThat(run.end().exitCode()).isEqualTo(INTERRUPTED);
    }
  }

  /** The service child stands, and transactions are being measured. */
  private ProgramRun inTheMiddle() throws Exception {
    ProgramRun run =
        place.start(
            "run",
            "--check",
            "websocket/dispatch-rate,database/concurrent-operations,stress/user-limit",
            "--verbose");
    boolean reached =
        run.holdsBeforeItEnds(
            () ->
                run.running("target --port=0") == 1
                    && run.running("/bin/postgres") > SIXTY_AT_WORK
                    && place.files().size() == 3);
    assertThat(reached).as(run.err()).isTrue();
    return run;
  }
}
