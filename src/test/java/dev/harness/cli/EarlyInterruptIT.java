package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is interrupted while it starts ends in order, too, and leaves nothing. */
class EarlyInterruptIT {
  private static final int INTERRUPTED = 130;

  @TempDir Path home;

  private Place place;

  @BeforeEach
  void preparePlace() throws Exception {
    place = ProgramRun.in(home);
  }

  /** From before the program knows its command, to where its targets start and are hit. */
  @ParameterizedTest
  @ValueSource(longs = {300, 600, 900, 1_200, 1_500, 2_000, 2_500})
  void aRunIsInterruptedHoweverEarly(long millis) throws Exception {
    try (ProgramRun run = place.start("run", "--profile=quick", "--suite=websocket,database")) {
      assertThat(run.endsWithin(Duration.ofMillis(millis))).isFalse();

      run.signal("INT");

      assertThat(run.leavesNothingWithinFiveSeconds()).as(run.left()).isTrue();
      Ended ended = run.end();
      assertThat(ended.exitCode()).as(ended.err()).isEqualTo(INTERRUPTED);
      assertThat(ended.out()).doesNotContain("exit code 0");
      if (!place.files().isEmpty()) {
        JsonNode summary = WrittenReport.in(place.directory()).path("performance_test_summary");
        assertThat(summary.path("exit_code").asInt()).isEqualTo(INTERRUPTED);
      }
    }
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsNotWaitedFor() throws Exception {
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ProgramRun run =
            place.start(
                "run", "--database=postgresql://a:b@127.0.0.1:" + silent.getLocalPort() + "/c");
        Socket connection = silent.accept()) {
      assertThat(connection.isConnected()).isTrue();

      run.signal("INT");

      assertThat(run.leavesNothingWithinFiveSeconds()).as(run.left()).isTrue();
      Ended ended = run.end();
      assertThat(ended.exitCode()).isEqualTo(INTERRUPTED);
      assertThat(ended.problems()).contains("harness: interrupted before any check began");
      assertThat(place.files()).isEmpty();
    }
  }
}
