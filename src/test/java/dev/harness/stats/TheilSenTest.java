package dev.harness.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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

  /** With ten points 17 pairs lie between the bounds and each end: 1.645 √125 = 18.4 of 45. */
  @Test
  void boundsTheSlopeByTheOrderOfThePairs() {
    double[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    double[] y = {2.1, 3.9, 6.3, 7.7, 10.4, 11.8, 14.2, 15.7, 18.3, 19.9};

    Interval interval = TheilSen.interval(x, y, 0.90);

    // SciPy 1.17.1: theilslopes(y, x, 0.9).
    assertThat(interval.estimate()).isCloseTo(2.000000, within(1e-6));
    assertThat(interval.lower()).isCloseTo(1.900000, within(1e-6));
    assertThat(interval.upper()).isCloseTo(2.057143, within(1e-6));
  }

  /** A slope of 1 lies between the bounds in 90 of 100 cases, a little more for the rounding. */
  @Test
  void keepsItsConfidence() {
    int points = 20;
    double[] x = new double[points];
    Arrays.setAll(x, i -> i);
    var noise = new SimulatedSeries(4);
    int held = 0;
    for (int n = 0; n < 2_000; n++) {
      double[] y = noise.independent(points);
      Arrays.setAll(y, i -> x[i] + y[i]);
      Interval interval = TheilSen.interval(x, y, 0.90);
      held += interval.lower() <= 1 && 1 <= interval.upper() ? 1 : 0;
    }

    assertThat(held).isBetween(1_770, 1_860);
  }

  @Test
  void boundsNothingByFourPoints() {
    Interval interval =
        TheilSen.interval(new double[] {1, 2, 3, 4}, new double[] {1, 2, 4, 5}, 0.90);

    assertThat(interval.lower()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(interval.upper()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(
            TheilSen.interval(new double[] {1, 2, 3, 4, 5}, new double[] {1, 2, 4, 5, 6}, 0.90)
                .lower())
        .isEqualTo(1);
  }

  @Test
  void refusesAConfidenceThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TheilSen.interval(new double[] {1, 2}, new double[] {1, 2}, 90))
        .withMessage("a confidence lies between 0 and 1, not at 90.0");
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
