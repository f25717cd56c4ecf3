package dev.harness.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProportionsTest {
  /** Newcombe (1998), table II, method 10. */
  @Test
  void differsAsPublished() {
    assertBounds(Proportions.difference(48, 80, 56, 70, 0.95), 0.0524, 0.2, 0.3339);
    assertBounds(Proportions.difference(3, 10, 9, 10, 0.95), 0.1705, 0.6, 0.8090);
    assertBounds(Proportions.difference(0, 10, 10, 10, 0.95), 0.6075, 1.0, 1.0);
  }

  @Test
  void nothingThatHappenedMayStillHappen() {
    Interval none = Proportions.difference(0, 1_000, 0, 1_000, 0.9);

    assertThat(none.estimate()).isZero();
    assertThat(none.upper()).isBetween(0.002, 0.004);
    assertThat(none.lower()).isEqualTo(-none.upper());
  }

  @Test
  void nothingTriedTellsNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Proportions.difference(0, 0, 1, 2, 0.9))
        .withMessageContaining("0 times of 0");
    assertThatIllegalArgumentException().isThrownBy(() -> Proportions.difference(1, 2, 3, 2, 0.9));
  }

  private static void assertBounds(Interval interval, double lower, double estimate, double upper) {
    assertThat(interval.lower()).isCloseTo(lower, within(0.0001));
    assertThat(interval.estimate()).isCloseTo(estimate, within(1e-12));
    assertThat(interval.upper()).isCloseTo(upper, within(0.0001));
  }
}
