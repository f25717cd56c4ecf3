package dev.harness.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The published proof of methods.md 1: a target that answers in 1 ms for 100 s and then stands
 * still for 100 s, asked every 10 ms. What is due while it stands still waits, and keeps its
 * intended time.
 */
class CoordinatedOmissionTest {
  private static final long MS = 1_000_000;
  private static final long EVERY = 10 * MS;
  private static final int SMOOTH = 10_000;
  private static final int STALLED = 10_000;
  private static final long STALL_BEGINS = SMOOTH * EVERY;
  private static final long STALL_ENDS = STALL_BEGINS + STALLED * EVERY;

  private final Recorder recorder = new Recorder(Resolution.MICROSECONDS, 0);
  private WindowSnapshot total = WindowSnapshot.zero(Resolution.MICROSECONDS);

  @BeforeEach
  void record() {
    for (long i = 0; i < SMOOTH; i++) {
      completed(i * EVERY, i * EVERY, i * EVERY + MS);
    }
    completed(STALL_BEGINS, STALL_BEGINS, STALL_ENDS);
    for (long i = 1; i < STALLED; i++) {
      // The target has them all at once when it moves again, and takes no time for them.
      completed(STALL_BEGINS + i * EVERY, STALL_ENDS, STALL_ENDS);
    }
    recorder.closeAll().forEach(window -> total = total.plus(window));
  }

  @Test
  void responseTimesHaveAllThatWaitedBehindTheStall() {
    assertThat(total.response().count()).isEqualTo(20_000);
    assertThat(total.response().percentileMillis(0.5)).isCloseTo(1, within(0.001));
    assertThat(total.response().percentileMillis(0.75)).isCloseTo(50_000, within(50.0));
    assertThat(total.response().percentileMillis(0.9)).isCloseTo(80_000, within(80.0));
    assertThat(total.response().percentileMillis(0.99)).isCloseTo(98_000, within(98.0));
    assertThat(total.response().maxMillis()).isCloseTo(100_000, within(100.0));
  }

  @Test
  void serviceTimesSeeOneSlowAnswer() {
    assertThat(total.service().percentileMillis(0.9999)).isCloseTo(1, within(0.001));
    assertThat(total.service().maxMillis()).isCloseTo(100_000, within(100.0));
  }

  @Test
  void aClosedLoopWouldHaveSeenOneSlowAnswerInTenThousand() {
    var closed = new Recorder(Resolution.MICROSECONDS, 0);
    for (long i = 0; i < SMOOTH; i++) {
      complete(closed, i * EVERY, i * EVERY, i * EVERY + MS);
    }
    complete(closed, STALL_BEGINS, STALL_BEGINS, STALL_ENDS);
    Distribution response =
        closed.closeAll().stream()
            .reduce(WindowSnapshot.zero(Resolution.MICROSECONDS), WindowSnapshot::plus)
            .response();

    assertThat(response.percentileMillis(0.9999)).isCloseTo(1, within(0.001));
  }

  private void completed(long intended, long sent, long done) {
    complete(recorder, intended, sent, done);
  }

  private static void complete(Recorder recorder, long intended, long sent, long done) {
    recorder.due(intended);
    recorder.record(new Sample("request", "user-1", intended, sent, done, Outcome.COMPLETED));
  }
}
