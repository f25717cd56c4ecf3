package dev.harness.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Outcome;
import org.junit.jupiter.api.Test;

class RecoveryTest {
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
}
