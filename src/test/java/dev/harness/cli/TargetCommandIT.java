package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import dev.harness.target.postgres.embedded.EmbeddedPostgres;
import dev.harness.target.postgres.embedded.EmbeddedPostgresOptions;
import dev.harness.testing.DatabaseUrl;
import dev.harness.time.SystemTicker;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reference service on its own. */
class TargetCommandIT {
  private static final Pattern READY =
      Pattern.compile("\\{\"ready\":\"(http://127\\.0\\.0\\.1:[0-9]+)\"}\\R");

  @TempDir Path home;

  private Place place;

  @BeforeEach
  void preparePlace() throws Exception {
    place = ProgramRun.in(home);
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void servesFromItsReadyLineToItsSignal(String signal, int exitCode) throws Exception {
    try (ProgramRun run = place.start("target", "--port", "0")) {
      assertThat(ping(ready(run))).isEqualTo(204);

      run.signal(signal);

      Ended ended = run.end();
      assertThat(ended.exitCode()).isEqualTo(exitCode);
      assertThat(ended.err()).isEmpty();
      assertThat(run.leavesNothingWithinFiveSeconds()).isTrue();
    }
  }

  @Test
  void endsWithWhoeverHoldsItsInput() throws Exception {
    try (ProgramRun run = place.start("target", "--port=0", "--until-input-ends")) {
      assertThat(ping(ready(run))).isEqualTo(204);

      run.endInput();

      assertThat(run.leavesNothingWithinFiveSeconds()).isTrue();
      assertThat(run.end().exitCode()).isZero();
    }
  }

  @Test
  void endsAsEverWhenItsDatabaseIsGone() throws Exception {
    EmbeddedPostgres postgres =
        EmbeddedPostgres.start(EmbeddedPostgresOptions.defaults(), new SystemTicker());
    String url = DatabaseUrl.ofOwner(postgres);
    try (ProgramRun run =
        place.start("target", "--port=0", "--until-input-ends", "--database=" + url)) {
      ready(run);
      postgres.close();

      run.endInput();

      Ended ended = run.end();
      assertThat(ended.exitCode()).isZero();
      assertThat(ended.problems())
          .containsExactly("harness: the schema of its sessions stays: nothing answers there");
      assertThat(run.leavesNothingWithinFiveSeconds()).as(run.left()).isTrue();
    } finally {
      postgres.close();
    }
  }

  @Test
  void takesItsPortFromTheSettings() throws Exception {
    place.file("harness.properties", "port=65536\n");
    place.with("HARNESS_PORT", "0");

    try (ProgramRun run = place.start("target")) {
      assertThat(ping(ready(run))).isEqualTo(204);
    }
  }

  @ParameterizedTest
  @CsvSource({"target, harness target --port 8080", "run, harness run --profile quick"})
  void helpHasExamplesAndServesNothing(String command, String example) throws Exception {
    Ended ended = place.run(command, "--help");

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).contains("Usage: harness " + command, example);
    assertThat(ended.err()).isEmpty();
  }

  private static String ready(ProgramRun run) {
    assertThat(run.holdsBeforeItEnds(() -> READY.matcher(run.out()).matches()))
        .as(run.err())
        .isTrue();
    Matcher line = READY.matcher(run.out());
    assertThat(line.matches()).isTrue();
    return line.group(1);
  }

  private static int ping(String base) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(base + "/ping")).timeout(Duration.ofSeconds(10)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }
}
