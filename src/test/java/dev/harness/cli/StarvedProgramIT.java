package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import dev.harness.testing.Alone;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program, held by the system in the middle of a load: that is not the target's fault. */
@Alone
class StarvedProgramIT {
  private static final String CHECK = "load/sustained";

  /** What was due in the first third of each is dropped: nobody may be more than a second late. */
  private static final Duration STOPPED = Duration.ofMillis(1_500);

  private static final int STOPS = 3;

  @TempDir Path home;

  @Test
  void aGeneratorThatTheSystemStoppedConcludesNothing() throws Exception {
    Place place = ProgramRun.in(home);
    try (ProgramRun run = place.start("run", "--check", CHECK, "--profile=quick", "--verbose")) {
      boolean loaded =
          run.holdsBeforeItEnds(() -> WrittenJournal.in(place.directory()).due(CHECK) > 0);
      assertThat(loaded).as(run.err()).isTrue();
      for (int i = 0; i < STOPS; i++) {
        run.signal("STOP");
        assertThat(run.endsWithin(STOPPED)).isFalse();
        run.signal("CONT");
        assertThat(run.endsWithin(STOPPED.dividedBy(3))).isFalse();
      }

      Ended ended = run.end();

      assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(3);
      JsonNode check = WrittenReport.check(WrittenReport.in(place.directory()), CHECK);
      assertThat(check.path("verdict").asText()).isEqualTo("inconclusive");
      assertThat(ended.out()).contains("the load was not offered");
    }
  }
}
