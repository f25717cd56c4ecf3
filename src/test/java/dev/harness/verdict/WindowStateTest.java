package dev.harness.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Counts;
import org.junit.jupiter.api.Test;

class WindowStateTest {

  @Test
  void tellsWhatAWindowIsWorth() {
    assertThat(state(0, 0, 0)).isEqualTo(WindowState.IDLE);
    assertThat(state(10, 1, 0)).isEqualTo(WindowState.GOOD);
    assertThat(state(10, 0, 0)).isEqualTo(WindowState.BAD);
    assertThat(state(10, 0, 10)).isEqualTo(WindowState.NO_DATA);
  }

  @Test
  void aThousandthMayBeDroppedAndNoMore() {
    assertThat(state(1_000, 999, 1)).isEqualTo(WindowState.GOOD);
    assertThat(state(1_000, 0, 1)).isEqualTo(WindowState.BAD);
    assertThat(state(1_000, 998, 2)).isEqualTo(WindowState.NO_DATA);
  }

  @Test
  void whatTheEndOfTheRunCutOffSaysNothing() {
    assertThat(WindowState.of(new Counts(10, 0, 0, 0, 0, 0, 10, 0))).isEqualTo(WindowState.NO_DATA);
    assertThat(WindowState.of(new Counts(10, 0, 0, 0, 10, 0, 0, 0))).isEqualTo(WindowState.BAD);
  }

  private static WindowState state(long due, long completed, long dropped) {
    return WindowState.of(
        new Counts(due, completed, 0, due - completed - dropped, 0, 0, 0, dropped));
  }
}
