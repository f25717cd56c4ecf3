package dev.harness.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairedDifferenceTest {

  /**
   * Additional hours of sleep of ten patients with two drugs: "Student", "The probable error of a
   * mean", Biometrika 6 (1908). t = 4.0621 with 9 degrees of freedom, two-sided p = 0.002833, and
   * t(0.95, 9) = 1.8331.
   */
  @Test
  void isStudentsOwn() {
    double[] first = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    double[] second = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    PairedDifference difference =
        PairedDifference.of(
            IntStream.range(0, first.length).mapToDouble(i -> second[i] - first[i]).toArray());

    assertThat(difference.estimate()).isCloseTo(1.58, within(1e-9));
    assertThat(difference.estimate() / difference.error()).isCloseTo(4.0621, within(1e-4));
    assertThat(difference.atMost(0)).isCloseTo(0.002833 / 2, within(1e-6));
    assertThat(difference.atLeast(0)).isCloseTo(1 - 0.002833 / 2, within(1e-6));
    assertThat(difference.interval().lower())
        .isCloseTo(1.58 - 1.8331 * 1.58 / 4.0621, within(1e-3));
    assertThat(difference.interval().upper())
        .isCloseTo(1.58 + 1.8331 * 1.58 / 4.0621, within(1e-3));
  }

  /** As success rates of 100 % do. */
  @Test
  void isSureOfPairsThatAllDifferByTheSame() {
    PairedDifference none = PairedDifference.of(0, 0, 0);

    assertThat(none.interval()).isEqualTo(new Interval(0, 0, 0));
    assertThat(none.atMost(0.05)).isEqualTo(1);
    assertThat(none.atLeast(0.05)).isZero();
    assertThat(PairedDifference.of(0.1, 0.1).atMost(0.05)).isZero();
  }

  /** Each bound is wrong in about one case of twenty. */
  @Test
  void keepsItsConfidence() {
    var noise = new SimulatedSeries(5);
    int above = 0;
    int below = 0;
    for (int n = 0; n < 1_000; n++) {
      Interval six = PairedDifference.of(noise.independent(6)).interval();
      above += six.lower() > 0 ? 1 : 0;
      below += six.upper() < 0 ? 1 : 0;
    }

    assertThat(above).isBetween(30, 75);
    assertThat(below).isBetween(30, 75);
  }

  @Test
  void onePairShowsNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedDifference.of(1))
        .withMessage("at least 2 pairs tell how pairs differ, not 1");
    assertThatIllegalArgumentException().isThrownBy(PairedDifference::of);
  }
}
