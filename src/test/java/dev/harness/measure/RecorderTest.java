package dev.harness.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecorderTest {
  private static final long MS = 1_000_000;
  private static final long SECOND = 1_000 * MS;

  /** Not 0, so that a recorder that forgets its start is found out. */
  private static final long START = 7 * SECOND + 300 * MS;

  private final Recorder recorder = new Recorder(Resolution.MICROSECONDS, START);

  @Test
  void aSlowAnswerCountsInTheSecondInWhichItWasDue() {
    recorder.due(at(900));
    recorder.record(completed(900, 900, 2_500));

    List<WindowSnapshot> windows = recorder.closeBefore(at(3_000));

    assertThat(windows).hasSize(3);
    assertThat(windows.get(0).counts().completed()).isEqualTo(1);
    assertThat(windows.get(0).response().maxMillis()).isBetween(1_600.0, 1_602.0);
    assertThat(windows.get(2).counts()).isEqualTo(Counts.ZERO);
  }

  @Test
  void aWindowBeginsWithItsFirstNanosecond() {
    recorder.due(at(1_000) - 1);
    recorder.due(at(1_000));
    recorder.record(completed(1_000, 1_000, 1_001));
    recorder.record(
        new Sample("request", "user-1", at(1_000) - 1, at(1_000), at(1_001), Outcome.COMPLETED));

    assertThat(recorder.closeBefore(at(2_000)))
        .extracting(window -> window.counts().due())
        .containsExactly(1L, 1L);
  }

  @Test
  void separatesWhatAUserWaitsFromWhatTheTargetTakes() {
    recorder.due(at(0));
    recorder.record(completed(0, 400, 500));

    WindowSnapshot window = recorder.closeAll().get(0);

    assertThat(window.response().maxMillis()).isBetween(500.0, 500.5);
    assertThat(window.service().maxMillis()).isBetween(100.0, 100.1);
  }

  @Test
  void onlyCompletedOperationsHaveTimes() {
    for (Outcome outcome :
        List.of(
            Outcome.refused("limit"),
            Outcome.failed("broken"),
            Outcome.TIMED_OUT,
            Outcome.EXPIRED,
            Outcome.UNFINISHED,
            Outcome.DROPPED)) {
      recorder.due(at(0));
      recorder.record(new Sample("request", "user-1", at(0), at(0), at(1), outcome));
    }

    WindowSnapshot window = recorder.closeAll().get(0);

    assertThat(window.counts()).isEqualTo(new Counts(6, 0, 1, 1, 1, 1, 1, 1));
    assertThat(window.response().count()).isZero();
    assertThat(window.service().count()).isZero();
    assertThat(window.reasons()).containsOnlyKeys("limit", "broken");
  }

  @Test
  void windowsCloseInOrderEachOnceEmptyOnesIncluded() {
    recorder.due(at(100));
    recorder.record(completed(100, 100, 101));
    recorder.due(at(3_100));
    recorder.record(completed(3_100, 3_100, 3_101));

    assertThat(recorder.closeBefore(at(2_000)))
        .extracting(WindowSnapshot::index)
        .containsExactly(0L, 1L);
    assertThat(recorder.closeBefore(at(2_000))).isEmpty();
    assertThat(recorder.closeBefore(at(6_000)))
        .extracting(WindowSnapshot::index)
        .containsExactly(2L, 3L, 4L, 5L);
    assertThat(recorder.closeAll()).isEmpty();
  }

  @Test
  void aWindowStaysOpenUntilItIsOver() {
    recorder.due(at(0));
    recorder.record(completed(0, 0, 1));

    assertThat(recorder.closeBefore(at(1_000) - 1)).isEmpty();
    assertThat(recorder.closeBefore(at(1_000))).hasSize(1);
  }

  @Test
  void aWindowWaitsForAllThatWasDueInItAndHoldsUpThoseBehindIt() {
    recorder.due(at(500));
    recorder.due(at(1_500));
    recorder.record(completed(1_500, 1_500, 1_501));

    assertThat(recorder.closeBefore(at(5_000))).isEmpty();

    recorder.record(completed(500, 500, 5_000));

    assertThat(recorder.closeBefore(at(5_000))).hasSize(5);
  }

  @Test
  void refusesSamplesOfAClosedWindow() {
    recorder.closeBefore(at(2_000));

    assertThatIllegalStateException()
        .isThrownBy(() -> recorder.due(at(1_999)))
        .withMessage("a sample of window 1, which is closed; open from 2");
    assertThatIllegalStateException()
        .isThrownBy(() -> recorder.record(completed(0, 0, 1)))
        .withMessageStartingWith("a sample of window 0");
  }

  @Test
  void refusesSamplesFromBeforeTheStart() {
    assertThatIllegalStateException()
        .isThrownBy(() -> recorder.due(START - 1))
        .withMessage("a sample of window -1, which is closed; open from 0");
  }

  @Test
  void atTheEndGivesWhatIsLeftSettledOrNot() {
    recorder.due(at(0));
    recorder.due(at(1_000));
    recorder.record(completed(1_000, 1_000, 1_001));

    List<WindowSnapshot> windows = recorder.closeAll();

    assertThat(windows)
        .extracting(window -> window.counts().conserved())
        .containsExactly(false, true);
  }

  @Test
  void aTargetCannotFillMemoryWithReasons() {
    for (int i = 0; i < 1_000; i++) {
      recorder.due(at(0));
      recorder.record(
          new Sample("request", "user-1", at(0), at(0), at(1), Outcome.failed("reason-" + i)));
    }
    recorder.due(at(0));
    recorder.record(
        new Sample("request", "user-1", at(0), at(0), at(1), Outcome.failed("reason-63")));

    assertThat(recorder.closeAll().get(0).reasons())
        .hasSize(65)
        .containsEntry("reason-0", 1L)
        .containsEntry("reason-63", 2L)
        .containsEntry("other", 936L);
  }

  @Test
  void keepsTheFirstThatWentWrongAsExamples() {
    for (int i = 0; i < 20; i++) {
      recorder.due(at(i));
      recorder.record(new Sample("buy", "user-" + i, at(i), at(i), at(i + 1), outcome(i)));
    }

    assertThat(recorder.closeAll().get(0).failures())
        .hasSize(Failure.MOST_KEPT)
        .startsWith(
            new Failure(Duration.ofMillis(1), "user-1", "buy", Outcome.failed("status-500")),
            new Failure(Duration.ofMillis(2), "user-2", "buy", Outcome.TIMED_OUT));
  }

  /** A refusal is an answer, and says nothing about where to look. */
  private static Outcome outcome(int i) {
    return List.of(Outcome.refused("limit"), Outcome.failed("status-500"), Outcome.TIMED_OUT)
        .get(i % 3);
  }

  @Test
  void responseTimesAreAlsoKeptInSlotsOfATenthOfASecond() {
    for (int slot : List.of(0, 12, 12)) {
      recorder.due(at(slot * 100L));
      recorder.record(completed(slot * 100L, slot * 100L + 3, slot * 100L + 10));
    }

    List<WindowSnapshot> windows = recorder.closeAll();
    Series series = windows.get(0).series().plus(windows.get(1).series());

    assertThat(series.first()).isZero();
    assertThat(series.slots().get(0)).isEqualTo(new Series.Slot(1, 10 * MS));
    assertThat(series.slots().get(12)).isEqualTo(new Series.Slot(2, 20 * MS));
  }

  @Test
  void aWindowThatIsUsedAgainRemembersNothing() {
    recorder.due(at(0));
    recorder.lag(at(0), MS);
    recorder.record(new Sample("buy", "user-1", at(0), at(0), at(1), Outcome.failed("broken")));
    recorder.closeBefore(at(1_000));
    recorder.due(at(1_500));

    WindowSnapshot window = recorder.closeAll().get(0);

    assertThat(window)
        .isEqualTo(
            new WindowSnapshot(
                1,
                new Counts(1, 0, 0, 0, 0, 0, 0, 0),
                Distribution.zero(Resolution.MICROSECONDS),
                Distribution.zero(Resolution.MICROSECONDS),
                Distribution.zero(Resolution.NANOSECONDS),
                Series.ZERO,
                Map.of(),
                List.of()));
  }

  @Test
  void lagIsKeptApart() {
    recorder.due(at(0));
    recorder.lag(at(0), 3 * MS);
    recorder.record(completed(0, 3, 4));

    WindowSnapshot window = recorder.closeAll().get(0);

    assertThat(window.lag().count()).isEqualTo(1);
    assertThat(window.lag().maxMillis()).isBetween(3.0, 3.003);
  }

  private static long at(long millis) {
    return START + millis * MS;
  }

  private static Sample completed(long intended, long sent, long done) {
    return new Sample("request", "user-1", at(intended), at(sent), at(done), Outcome.COMPLETED);
  }
}
