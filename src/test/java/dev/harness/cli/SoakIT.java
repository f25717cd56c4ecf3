package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A soak of the real service: too short to prove much, and it says so. */
class SoakIT {
  private static final String SOAK = "stability/soak";

  @TempDir Path home;

  @Test
  void aShortOneMeasuresAndSaysWhatItCannotClaim() throws Exception {
    Place place = ProgramRun.in(home);

    Ended ended = place.run("run", "--profile=soak", "--duration=10s", "--verbose");

    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(3);
    assertThat(ended.out())
        .contains(
            "it takes 59 operations, there are 10",
            "its quarters are told apart from 40 rounds on, there are 10",
            "10 rounds of 1 s; memory is the live set");
    JsonNode soak = WrittenReport.check(WrittenReport.in(place.directory()), SOAK);
    assertThat(soak.path("phases").findValuesAsText("name")).containsExactly("soak", "health");
    assertThat(soak.path("phases").path(0).path("due").asInt()).isEqualTo(1_000);
    assertThat(soak.path("phases").path(1).path("completed").asInt()).isEqualTo(10);
    assertThat(ended.processesLeft()).isEmpty();
  }
}
