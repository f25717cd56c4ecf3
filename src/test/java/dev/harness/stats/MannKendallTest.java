package dev.harness.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MannKendallTest {

  /** The numbers of methods.md 4. */
  @Test
  void findsTheTrendOfRisingValues() {
    MannKendall trend = MannKendall.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

    assertThat(trend.s()).isEqualTo(45);
    assertThat(trend.variance()).isEqualTo(125);
    assertThat(trend.z()).isCloseTo(3.93548, within(5e-6));
    assertThat(trend.p()).isLessThan(0.0001);
  }

  /** The numbers of methods.md 4. */
  @Test
  void findsTheTrendOfValuesThatRiseUnevenly() {
    MannKendall trend = MannKendall.of(1, 3, 2, 5, 4, 7, 6, 9, 8, 10);

    assertThat(trend.s()).isEqualTo(37);
    assertThat(trend.z()).isCloseTo(3.21994, within(5e-6));
  }

  @Test
  void isTheSameDownwards() {
    MannKendall down = MannKendall.of(10, 8, 9, 6, 7, 4, 5, 2, 3, 1);

    assertThat(down.s()).isEqualTo(-37);
    assertThat(down.z()).isCloseTo(-3.21994, within(5e-6));
    assertThat(down.p()).isEqualTo(MannKendall.of(1, 3, 2, 5, 4, 7, 6, 9, 8, 10).p());
  }

  @Test
  void seesNoTrendInWhatDoesNotMove() {
    MannKendall still = MannKendall.of(4, 4, 4, 4);

    assertThat(still).isEqualTo(new MannKendall(0, 0));
    assertThat(still.z()).isZero();
    assertThat(still.p()).isEqualTo(1);
  }

  @Test
  void needsTwoValuesToSeeAnything() {
    assertThat(MannKendall.of()).isEqualTo(new MannKendall(0, 0));
    assertThat(MannKendall.of(1)).isEqualTo(new MannKendall(0, 0));
    assertThat(MannKendall.of(1, 2)).isEqualTo(new MannKendall(1, 1));
  }

  /** The variance is what the score of all orders of the values has, ties and all. */
  @Test
  void knowsTheVarianceOfValuesThatOccurSeveralTimes() {
    double[] x = {1, 1, 1, 2, 2, 3};
    double[] y = {1, 2, 2, 2, 3, 3};
    var scores = new Scores(x);

    scores.ofAllOrders(y, 0);

    assertThat(scores.orders).isEqualTo(720);
    assertThat(MannKendall.of(x, y).variance())
        .isCloseTo((double) scores.squares / scores.orders, within(1e-9));
  }

  @Test
  void takesMinusZeroForZero() {
    assertThat(MannKendall.of(0.0, -0.0, 1).variance())
        .isEqualTo(MannKendall.of(0, 0, 1).variance());
  }

  @Test
  void refusesCoordinatesThatDoNotBelongTogether() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MannKendall.of(new double[] {1, 2}, new double[] {1}))
        .withMessage("2 abscissae for 1 ordinates");
  }

  private static final class Scores {
    private final double[] x;
    private long orders;
    private long squares;

    Scores(double[] x) {
      this.x = x;
    }

    void ofAllOrders(double[] y, int from) {
      if (from == y.length) {
        long s = MannKendall.of(x, y).s();
        orders++;
        squares += s * s;
      }
      for (int i = from; i < y.length; i++) {
        swap(y, from, i);
        ofAllOrders(y, from + 1);
        swap(y, from, i);
      }
    }

    private static void swap(double[] y, int i, int j) {
      double other = y[i];
      y[i] = y[j];
      y[j] = other;
    }
  }
}
