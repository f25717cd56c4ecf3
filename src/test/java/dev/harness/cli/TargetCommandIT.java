package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import dev.harness.target.postgres.embedded.EmbeddedPostgres;
import dev.harness.target.postgres.embedded.EmbeddedPostgresOptions;
import dev.harness.testing.DatabaseUrl;
import dev.harness.time.SystemTicker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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

  /**
   * The HTTP server listens before the command line is read, and somebody may be waiting for it.
   */
  @Test
  void whoeverComesTooEarlyDoesNotMakeItAnotherService() throws Exception {
    int port = freePort();
    String base = "http://127.0.0.1:" + port;

    try (ProgramRun run = place.start("target", "--port=" + port, "--fault=cache-without-user")) {
      assertThat(run.holdsBeforeItEnds(() -> tooEarly(base) && READY.matcher(run.out()).matches()))
          .as(run.err())
          .isTrue();

      for (int i = 1; i < 100; i++) {
        assertThat(ask(base, i)).contains("\"request-" + i + "\"");
      }
      assertThat(ask(base, 100)).contains("\"request-99\"");
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

  private static int freePort() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      return free.getLocalPort();
    }
  }

  private static String ready(ProgramRun run) {
    assertThat(run.holdsBeforeItEnds(() -> READY.matcher(run.out()).matches()))
        .as(run.err())
        .isTrue();
    Matcher line = READY.matcher(run.out());
    assertThat(line.matches()).isTrue();
    return line.group(1);
  }

  /** Asks for what only the service itself can tell; true whatever comes of it. */
  private static boolean tooEarly(String base) {
    try {
      send(HttpRequest.newBuilder(URI.create(base + "/stats")));
    } catch (Exception e) {
      assertThat(e).isInstanceOf(IOException.class);
    }
    return true;
  }

  private static String ask(String base, int index) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(base + "/requests?work-ms=0"))
            .POST(BodyPublishers.noBody())
            .header("X-User-Id", "user-" + index)
            .header("X-Thread-Id", "thread-1")
            .header("X-Run-Id", "run-1")
            .header("X-Request-Id", "request-" + index));
  }

  private static String send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient()
        .send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString())
        .body();
  }

  private static int ping(String base) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(base + "/ping")).timeout(Duration.ofSeconds(10)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }
}
