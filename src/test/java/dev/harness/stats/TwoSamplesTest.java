package dev.harness.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Mann–Whitney, Hodges–Lehmann and Cliff, by the numbers of methods.md 7. */
class TwoSamplesTest {
  private static final double[] X = {19, 22, 16, 29, 24};
  private static final double[] Y = {20, 11, 17, 12};

  /** M. Hollander and D. A. Wolfe, "Nonparametric Statistical Methods", table 4.1. */
  private static final double[] AT_TERM = {
    0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46
  };

  private static final double[] EARLIER = {1.15, 0.88, 0.90, 0.74, 1.21};

  @Test
  void knowsTheExactProbabilityOfSmallSamples() {
    MannWhitney test = MannWhitney.of(X, Y);

    assertThat(test.u()).isEqualTo(17);
    assertThat(test.p()).isCloseTo(0.1111, within(5e-5));
  }

  @Test
  void givesTheNumbersOfHollanderAndWolfe() {
    MannWhitney test = MannWhitney.of(AT_TERM, EARLIER);

    assertThat(test.u()).isEqualTo(35);
    assertThat(test.greaterP()).isCloseTo(0.12721, within(5e-6));
    assertThat(test.cliffsDelta()).isCloseTo(0.4, within(1e-12));
    assertThat(HodgesLehmann.shift(AT_TERM, EARLIER)).isCloseTo(0.305, within(1e-12));
  }

  @Test
  void turnsWithTheOrderOfTheSamples() {
    assertThat(HodgesLehmann.shift(EARLIER, AT_TERM)).isCloseTo(-0.305, within(1e-12));
    assertThat(MannWhitney.of(EARLIER, AT_TERM).cliffsDelta()).isCloseTo(-0.4, within(1e-12));
    assertThat(MannWhitney.of(EARLIER, AT_TERM).p())
        .isCloseTo(MannWhitney.of(AT_TERM, EARLIER).p(), within(1e-12));
  }

  /** Without distance nothing dominates; ties make the probability a normal approximation. */
  @Test
  void findsNothingBetweenASampleAndItself() {
    MannWhitney test = MannWhitney.of(X, X);

    assertThat(test.cliffsDelta()).isZero();
    assertThat(test.p()).isEqualTo(1);
    assertThat(HodgesLehmann.shift(X, X)).isZero();
  }

  @Test
  void refusesEmptySamples() {
    assertThatIllegalArgumentException().isThrownBy(() -> MannWhitney.of(X, new double[0]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HodgesLehmann.shift(new double[0], Y))
        .withMessage("a median needs a value");
  }
}
