package dev.harness.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TheilSenTest {

  @Property
  void findsTheSlopeOfALine(
      @ForAll @IntRange(min = -1_000, max = 1_000) int slope,
      @ForAll @IntRange(min = -1_000, max = 1_000) int height,
      @ForAll @IntRange(min = 2, max = 30) int points) {
    double[] x = new double[points];
    double[] y = new double[points];
    for (int i = 0; i < points; i++) {
      x[i] = 3 * i;
      y[i] = height + slope * x[i];
    }

    assertThat(TheilSen.slope(x, y)).isEqualTo(slope);
  }

  @Test
  void isTheMedianOfThePairwiseSlopes() {
    // Slopes of the six pairs: 1, 1.5, 4/3, 2, 1.5, 1.
    assertThat(TheilSen.slope(new double[] {1, 2, 3, 4}, new double[] {1, 2, 4, 5}))
        .isCloseTo((4.0 / 3 + 1.5) / 2, within(1e-12));
  }

  @Test
  void doesNotBendToOutliers() {
    double[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    double[] y = {2, 4, 6, 8, 1e9, 12, 14, -1e9, 18, 20};

    assertThat(TheilSen.slope(x, y)).isCloseTo(2, within(1e-9));
  }

  @Test
  void leavesOutPairsWithoutDistance() {
    assertThat(TheilSen.slope(new double[] {0, 0, 1, 1}, new double[] {0, 0, 5, 5})).isEqualTo(5);
  }

  @Test
  void doesNotChangeItsPoints() {
    double[] x = {3, 1, 2};
    double[] y = {9, 3, 6};

    TheilSen.slope(x, y);

    assertThat(x).containsExactly(3, 1, 2);
    assertThat(y).containsExactly(9, 3, 6);
  }

  @Test
  void refusesPointsThatMakeNoLine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TheilSen.slope(new double[] {1, 2}, new double[] {1}))
        .withMessage("2 abscissae for 1 ordinates");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TheilSen.slope(new double[] {4, 4}, new double[] {1, 2}))
        .withMessage("a slope needs two points apart");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TheilSen.slope(new double[0], new double[0]))
        .withMessage("a slope needs two points apart");
  }
}
