package dev.harness.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Outcome;
import dev.harness.measure.Recorder;
import dev.harness.measure.Resolution;
import dev.harness.measure.Sample;
import dev.harness.measure.WindowSnapshot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryTest {
  private static final long MILLI = 1_000_000;
  private static final Recovery AFTER_TEN_MILLIS = new Recovery(1_000, 10);

  @Test
  void isAtTheFirstOfFiveGoodWindows() {
    var windows = new Windows().slow(3).good(6);

    assertThat(AFTER_TEN_MILLIS.windowsUntilGood(windows.list)).hasValue(3);
  }

  @Test
  void isAtOnceWhereNothingWasDisturbed() {
    assertThat(AFTER_TEN_MILLIS.windowsUntilGood(new Windows().good(5).list)).hasValue(0);
  }

  @Test
  void beginsAnewAfterABadWindow() {
    var windows = new Windows().good(4).slow(1).good(5);

    assertThat(AFTER_TEN_MILLIS.windowsUntilGood(windows.list)).hasValue(5);
  }

  @Test
  void neverComesToAServiceThatStaysSlow() {
    assertThat(AFTER_TEN_MILLIS.windowsUntilGood(new Windows().slow(60).list)).isEmpty();
  }

  @Test
  void neverComesToAServiceThatRefusesFast() {
    assertThat(AFTER_TEN_MILLIS.windowsUntilGood(new Windows().refused(60).list)).isEmpty();
  }

  @Test
  void neverComesWithoutAnythingDue() {
    assertThat(AFTER_TEN_MILLIS.windowsUntilGood(new Windows().empty(60).list)).isEmpty();
  }

  @Test
  void needsMoreThanFourGoodWindows() {
    assertThat(AFTER_TEN_MILLIS.windowsUntilGood(new Windows().slow(5).good(4).list)).isEmpty();
  }

  @Test
  void allowsAFastServiceFiveMillisecondsMore() {
    var windows = new Windows().of(5, 200, 5, Outcome.COMPLETED);

    assertThat(new Recovery(1_000, 1).windowsUntilGood(windows.list)).hasValue(0);
    assertThat(new Recovery(4, 1).windowsUntilGood(windows.list)).isEmpty();
  }

  /** Windows as a recorder gives them off, one a second. */
  private static final class Windows {
    private final List<WindowSnapshot> list = new ArrayList<>();

    Windows good(int count) {
      return of(count, 200, 11, Outcome.COMPLETED);
    }

    Windows slow(int count) {
      return of(count, 200, 40, Outcome.COMPLETED);
    }

    Windows refused(int count) {
      return of(count, 200, 1, Outcome.refused("busy"));
    }

    Windows empty(int count) {
      return of(count, 0, 0, Outcome.COMPLETED);
    }

    Windows of(int count, int samples, long millis, Outcome outcome) {
      for (int i = 0; i < count; i++) {
        long start = list.size() * Recorder.WINDOW_NANOS;
        var recorder = new Recorder(Resolution.MICROSECONDS, start);
        for (int s = 0; s < samples; s++) {
          recorder.due(start);
          recorder.record(
              new Sample("request", "user-1", start, start, start + millis * MILLI, outcome));
        }
        list.addAll(recorder.closeBefore(start + Recorder.WINDOW_NANOS));
      }
      return this;
    }
  }
}
