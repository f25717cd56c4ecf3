package dev.harness.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Simulations have fixed seeds; "steady" is what has one distribution from first to last. */
class Mser5Test {
  private static final int PHASES = 2_000;
  private static final int ONE_PERCENT = PHASES / 100;

  /** A phase of 20 s: the shortest that is judged. */
  private static final int SHORTEST = 200;

  @Test
  void cutsOffWhatIsUnlikeTheRest() {
    double[] series = new double[SHORTEST];
    Arrays.fill(series, 0, 33, 100);

    assertThat(Mser5.of(series)).isEqualTo(new Mser5(40, 7));
    assertThat(Mser5.of(series).steady()).isTrue();
  }

  @Test
  void cutsNothingOffWhatIsAllTheSame() {
    double[] series = new double[203];
    Arrays.fill(series, 0.1);

    assertThat(Mser5.of(series)).isEqualTo(new Mser5(40, 0));
  }

  @Test
  void calledUnsteadyWhereTheCutWouldGoBeyondTheMiddle() {
    double[] series = new double[SHORTEST];
    Arrays.setAll(series, i -> i);

    assertThat(Mser5.of(series)).isEqualTo(new Mser5(40, 20));
    assertThat(Mser5.of(series).steady()).isFalse();
  }

  @Property
  void findsTheSameCutAsItsFormula(@ForAll long seed) {
    double[] series = new SimulatedSeries(seed).autocorrelated(SHORTEST + 25, 0.9);

    assertThat(Mser5.of(series).cut()).isEqualTo(byFormula(Mser5.batches(series)));
  }

  /** False alarms on independent values: methods.md 3 has 0.3 %. */
  @Test
  void seldomRejectsIndependentValues() {
    var noise = new SimulatedSeries(1);

    assertThat(rejected(() -> noise.independent(SHORTEST))).isLessThanOrEqualTo(ONE_PERCENT);
  }

  /** False alarms where each 100 ms remember up to 0.8 of the 100 ms before. */
  @Test
  void seldomRejectsAutocorrelatedValues() {
    var noise = new SimulatedSeries(2);

    assertThat(rejected(() -> noise.autocorrelated(SHORTEST, 0.5)))
        .isLessThanOrEqualTo(ONE_PERCENT);
    assertThat(rejected(() -> noise.autocorrelated(SHORTEST, 0.8)))
        .isLessThanOrEqualTo(ONE_PERCENT);
    assertThat(rejected(() -> noise.autocorrelated(3 * SHORTEST, 0.9)))
        .isLessThanOrEqualTo(ONE_PERCENT);
  }

  /** Means of ten or more answers are no more skewed than this, whatever single answers are. */
  @Test
  void seldomRejectsSkewedValues() {
    var noise = new SimulatedSeries(3);

    assertThat(rejected(() -> noise.lognormal(SHORTEST, 0.5))).isLessThanOrEqualTo(ONE_PERCENT);
  }

  /**
   * Negative controls: a warm-up that takes all the time, and a rise from first to last, both by 40
   * standard deviations of the 100-ms means. Of a rise by ten of them about half is rejected: what
   * drifts slowly is left to the trend.
   */
  @Test
  void rejectsWhatDriftsOrWarmsUp() {
    var noise = new SimulatedSeries(5);

    assertThat(
            rejected(
                () -> plus(noise.autocorrelated(SHORTEST, 0.5), i -> 40 * Math.exp(-i / 100.0))))
        .isGreaterThan(95 * ONE_PERCENT);
    assertThat(rejected(() -> plus(noise.autocorrelated(SHORTEST, 0.5), i -> 40.0 * i / SHORTEST)))
        .isGreaterThan(95 * ONE_PERCENT);
  }

  /** Positive control: a warm-up that is over in time is cut off, and what follows is steady. */
  @Test
  void acceptsWhatHasWarmedUpInTime() {
    var noise = new SimulatedSeries(6);

    assertThat(
            rejected(
                () -> plus(noise.autocorrelated(3 * SHORTEST, 0.5), i -> 6 * Math.exp(-i / 20.0))))
        .isLessThanOrEqualTo(ONE_PERCENT);
  }

  @Test
  void refusesSeriesThatAreTooShort() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mser5.of(new double[199]))
        .withMessage("at least 40 batches of 5 tell what is steady, not 39");
  }

  private interface Trend {
    double at(int i);
  }

  private static double[] plus(double[] noise, Trend trend) {
    Arrays.setAll(noise, i -> noise[i] + trend.at(i));
    return noise;
  }

  private static int rejected(Supplier<double[]> phase) {
    int rejected = 0;
    for (int n = 0; n < PHASES; n++) {
      rejected += Mser5.of(phase.get()).steady() ? 0 : 1;
    }
    return rejected;
  }

  private static int byFormula(double[] z) {
    int cut = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int d = 0; d <= z.length / 2; d++) {
      double mean = Arrays.stream(z, d, z.length).average().orElseThrow();
      double squares = Arrays.stream(z, d, z.length).map(v -> (v - mean) * (v - mean)).sum();
      double error = squares / Math.pow(z.length - d, 2);
      if (error < least) {
        least = error;
        cut = d;
      }
    }
    return cut;
  }
}
