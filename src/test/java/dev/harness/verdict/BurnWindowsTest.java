package dev.harness.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.harness.measure.Counts;
import dev.harness.measure.Figure;
import dev.harness.plan.BurnRate;
import dev.harness.plan.BurnRate.Span;
import org.junit.jupiter.api.Test;

/** 100 operations a second; of the objective of 99.9 %, one in a thousand may fail. */
class BurnWindowsTest {
  private BurnWindows windows = BurnWindows.empty(new BurnRate(99.9, Span.MINUTE));

  @Test
  void twentyInAHundredForFiveSecondsBurnTooFast() {
    seconds(60, 100, 0);
    seconds(4, 80, 20);
    assertThat(rate()).as("80 of 6,000 over 60 s, less than 14.4").isCloseTo(13.333, within(0.001));

    seconds(1, 80, 20);
    assertThat(rate()).as("100 of 6,000; over 5 s it is 200").isCloseTo(16.667, within(0.001));
  }

  @Test
  void theShortWindowEndsItSoonAfterTheErrorsDo() {
    seconds(60, 0, 100);
    assertThat(rate()).as("everything fails").isCloseTo(1_000, within(1e-9));

    seconds(4, 100, 0);
    assertThat(rate()).as("100 of 500; over 60 s it is 933").isCloseTo(200, within(1e-9));
    seconds(1, 100, 0);
    assertThat(rate()).as("none in 5 s, however many in 60").isZero();
  }

  @Test
  void fewErrorsOverALongTimeBurnSlowly() {
    seconds(60, 100, 0);
    seconds(5, 97, 3);

    assertThat(rate()).as("15 of 6,000; over 5 s it is 30").isCloseTo(2.5, within(1e-9));
  }

  @Test
  void thereIsNoFigureBeforeTheLongWindowIsFull() {
    seconds(59, 0, 100);
    assertThat(windows.figure()).isEqualTo(Figure.missing("burn_rate_99.9 needs 60 s of load"));

    seconds(1, 0, 100);
    assertThat(windows.figure()).isEqualTo(Figure.of(1_000, 6_000));
  }

  @Test
  void whatIsNotTheTargetsFaultIsNoError() {
    for (int i = 0; i < 60; i++) {
      windows = windows.with(new Counts(106, 96, 1, 1, 1, 1, 3, 3));
    }
    assertThat(rate()).as("4 of 100: 6 were dropped or cut off").isCloseTo(40, within(1e-9));
  }

  @Test
  void anHourIsSeenMinuteByMinute() {
    windows = BurnWindows.empty(new BurnRate(99, Span.HOUR));
    seconds(3_600, 100, 0);
    seconds(8 * 60 + 59, 0, 100);
    assertThat(rate()).as("8 whole minutes of 60 fail, of 1 %").isCloseTo(13.333, within(0.001));

    seconds(1, 0, 100);
    assertThat(rate()).as("9 of 60").isCloseTo(15, within(1e-9));
    seconds(5 * 60, 100, 0);
    assertThat(rate()).as("none in 5 minutes").isZero();
  }

  @Test
  void sixHoursAreSeenEverySixMinutes() {
    windows = BurnWindows.empty(new BurnRate(99, Span.SIX_HOURS));
    seconds(21_599, 94, 6);
    assertThat(windows.figure()).isInstanceOf(Figure.Missing.class);

    seconds(1, 94, 6);
    assertThat(windows.figure()).isEqualTo(Figure.of(6, 2_160_000));
  }

  private double rate() {
    return ((Figure.Measured) windows.figure()).value();
  }

  private void seconds(int count, int completed, int timedOut) {
    for (int i = 0; i < count; i++) {
      windows = windows.with(new Counts(completed + timedOut, completed, 0, 0, timedOut, 0, 0, 0));
    }
  }
}
