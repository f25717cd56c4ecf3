package dev.harness.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class UslTest {
  private static final double[] LEVELS = {1, 18, 36, 72, 108, 144, 216};

  /** The numbers of methods.md 8: a SPEC SDM benchmark of 1991. */
  @Test
  void fitsTheMeasurementsOfABenchmark() {
    Usl law = Usl.fit(LEVELS, new double[] {64.9, 995.9, 1652.4, 1853.2, 1828.9, 1775.0, 1702.2});

    assertThat(law.alpha()).isCloseTo(0.0277285, within(5e-7));
    assertThat(law.beta()).isCloseTo(0.0001044, within(5e-7));
    assertThat(law.gamma()).isCloseTo(89.995, within(5e-3));
    assertThat(law.peak().orElseThrow()).isCloseTo(96.52, within(5e-2));
  }

  @Property
  void findsTheLawThatMadeThePoints(
      @ForAll @DoubleRange(min = 0, max = 0.5) double alpha,
      @ForAll @DoubleRange(min = 0, max = 0.01) double beta,
      @ForAll @DoubleRange(min = 1, max = 1e5) double gamma) {
    var truth = new Usl(alpha, beta, gamma);

    Usl law = Usl.fit(LEVELS, Arrays.stream(LEVELS).map(truth::throughput).toArray());

    assertThat(law.alpha()).isCloseTo(alpha, within(1e-4));
    assertThat(law.beta()).isCloseTo(beta, within(1e-5));
    assertThat(law.gamma()).isCloseTo(gamma, within(1e-4 * gamma));
  }

  @Test
  void hasNoPeakWhereMoreAlwaysGivesMore() {
    assertThat(new Usl(0.1, 0, 100).peak()).isEmpty();
    assertThat(new Usl(0.1, -0.001, 100).peak()).isEmpty();
  }

  @Test
  void refusesPointsThatSayTooLittle() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Usl.fit(new double[] {1, 2}, new double[] {1}))
        .withMessage("2 levels for 1 throughputs");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Usl.fit(new double[] {1, 2, 2}, new double[] {1, 2, 3}))
        .withMessageStartingWith("three different levels of concurrency at least");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Usl.fit(new double[] {0, 1, 2}, new double[] {1, 2, 3}))
        .withMessageStartingWith("concurrency is above 0");
  }
}
