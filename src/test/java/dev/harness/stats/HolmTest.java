package dev.harness.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Several metrics at once, and several runs. */
class HolmTest {

  /** 0.01 and 0.005 stay below 0.05 / 3 and 0.05 / 4; 0.03 does not below 0.05 / 2. */
  @Test
  void rejectsStepByStep() {
    assertThat(Holm.rejected(0.05, 0.01, 0.04, 0.03, 0.005))
        .containsExactly(true, false, false, true);
  }

  @Test
  void oneAloneNeedsNoCorrection() {
    assertThat(Holm.rejected(0.05, 0.05)).containsExactly(true);
    assertThat(Holm.rejected(0.05)).isEmpty();
  }

  /** t(0.95, 9) = 1.8331; of the numbers 1 to 10, s = 3.02765. */
  @Test
  void runsOfTheSameThingDifferByThatMuch() {
    assertThat(RunSpread.largestDifference(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
        .isCloseTo(1.8331 * Math.sqrt(2) * 3.02765, within(1e-3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RunSpread.largestDifference(1, 2))
        .withMessageContaining("not 2");
  }

  /** Bounds at 1.645 standard errors: 3 and 4 make 5. */
  @Test
  void estimatesDifferByTheirBounds() {
    double z = 1.6448536;
    var first = new Interval(10 - 3 * z, 10, 10 + 3 * z);
    var second = new Interval(20 - 4 * z, 20, 20 + 4 * z);

    EstimateDifference difference = EstimateDifference.of(first, second);

    assertThat(difference.estimate()).isEqualTo(10);
    assertThat(difference.error()).isCloseTo(5, within(1e-6));
    assertThat(difference.interval().lower()).isCloseTo(10 - 5 * z, within(1e-5));
    assertThat(difference.atMost(10)).isCloseTo(0.5, within(1e-9));
    assertThat(difference.atMost(10 - 5 * z)).isCloseTo(0.05, within(1e-6));
    assertThat(difference.atLeast(10 + 5 * z)).isCloseTo(0.05, within(1e-6));
  }

  @Test
  void resamplesSayHowLikelyADifferenceIs() {
    double[] first = new double[40];
    double[] second = new double[40];
    Arrays.fill(second, 1);

    BlockBootstrap difference = BlockBootstrap.medianDifference(first, second, 1);

    assertThat(difference.atMost(0.5)).isCloseTo(0, within(1e-3)).isPositive();
    assertThat(difference.atMost(1)).isEqualTo(1);
    assertThat(difference.atLeast(0.5)).isEqualTo(1);
  }
}
