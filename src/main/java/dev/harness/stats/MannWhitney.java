package dev.harness.stats;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * Which of two samples is the greater, told by order alone. Probabilities are exact for small
 * samples without ties, else by the normal approximation, corrected for ties and continuity.
 *
 * <p>H. B. Mann and D. R. Whitney, "On a test of whether one of two random variables is
 * stochastically larger than the other", Annals of Mathematical Statistics 18 (1947); N. Cliff,
 * "Dominance statistics", Psychological Bulletin 114 (1993).
 *
 * @param u pairs in which the first is the greater; ties count half
 * @param p that they lie so far apart, either way, by chance
 * @param greaterP that the first is so much the greater by chance
 * @param cliffsDelta share of pairs in which the first is the greater less the share in which the
 *     second is; −1 to 1
 */
public record MannWhitney(double u, double p, double greaterP, double cliffsDelta) {

  /**
   * Compares two samples.
   *
   * @throws IllegalArgumentException where one of them is empty
   */
  public static MannWhitney of(double[] x, double[] y) {
    MannWhitneyUTest test = MannWhitneyUTest.withDefaults();
    MannWhitneyUTest.Result twoSided = test.test(x, y);
    double u = twoSided.getStatistic();
    return new MannWhitney(
        u,
        twoSided.getPValue(),
        test.with(AlternativeHypothesis.GREATER_THAN).test(x, y).getPValue(),
        2 * u / ((double) x.length * y.length) - 1);
  }
}
