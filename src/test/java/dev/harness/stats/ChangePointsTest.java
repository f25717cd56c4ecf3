package dev.harness.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangePointsTest {
  private static final double RISK = 0.05;

  /**
   * Volume of the Nile at Aswan, 1871 to 1970, in 10⁸ m³: G. W. Cobb, "The problem of the Nile",
   * Biometrika 65 (1978). It became less in 1899, the 29th year.
   */
  private static final double[] NILE = {
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180,
    799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833,
    701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845,
    864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649,
    846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815,
    1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740
  };

  /** Within the parts nothing differs, across by 1: 2 · 1 · (3 · 3) / 6. */
  @Test
  void theDistanceIsThatOfTheDefinition() {
    ChangePoints.Cut cut = ChangePoints.Cut.best(new double[] {0, 0, 0, 1, 1, 1});

    assertThat(cut.at()).isEqualTo(3);
    assertThat(cut.distance()).isCloseTo(3, within(1e-12));
  }

  /** 2 · 13/3 − 4/3 − 2/3, times 3 · 3 / 6: across the nine pairs are 39 apart. */
  @Test
  void whatDiffersWithinThePartsIsTakenOff() {
    ChangePoints.Cut cut = ChangePoints.Cut.best(new double[] {0, 1, 2, 5, 5, 6});

    assertThat(cut.at()).isEqualTo(3);
    assertThat(cut.distance()).isCloseTo(1.5 * (2 * 39 / 9.0 - 4 / 3.0 - 2 / 3.0), within(1e-12));
  }

  @Test
  void theNileBecameLessIn1899() {
    assertThat(ChangePoints.of(NILE, RISK, 1)).contains(28).doesNotContain(0);
    assertThat(ChangePoints.of(NILE, 0.001, 1)).containsExactly(28);
  }

  /** One in twenty; the bound is what 400 of them exceed in one of a thousand cases. */
  @Test
  void aSeriesWithoutAnyChangeIsSeldomCut() {
    var noise = new SimulatedSeries(17);
    long cut =
        IntStream.range(0, 400)
            .filter(i -> !ChangePoints.of(noise.lognormal(24, 0.05), RISK, i).isEmpty())
            .count();

    assertThat(cut).isBetween(5L, 35L);
  }

  /** Of a hundred series at once, the risk of any is as low as that of one. */
  @Test
  void aLowRiskIsKept() {
    var noise = new SimulatedSeries(23);
    long cut =
        IntStream.range(0, 1_000)
            .filter(i -> !ChangePoints.of(noise.independent(20), RISK / 100, i).isEmpty())
            .count();

    assertThat(cut).isLessThanOrEqualTo(4);
  }

  @Test
  void fifteenPercentMoreIsFoundWhereItBegins() {
    var noise = new SimulatedSeries(5);
    int found = 0;
    for (int i = 0; i < 50; i++) {
      double[] runs = noise.lognormal(30, 0.03);
      for (int run = 24; run < runs.length; run++) {
        runs[run] *= 1.15;
      }
      List<Integer> points = ChangePoints.of(runs, RISK / 100, i);
      found += points.size() == 1 && Math.abs(points.get(0) - 24) <= 1 ? 1 : 0;
    }

    assertThat(found).isGreaterThanOrEqualTo(45);
  }

  @Test
  void twoChangesAreFoundOneAfterTheOther() {
    double[] runs = new SimulatedSeries(9).lognormal(36, 0.02);
    Arrays.setAll(runs, i -> runs[i] * (i < 12 ? 1 : i < 24 ? 1.3 : 1.1));

    assertThat(ChangePoints.of(runs, RISK / 100, 1)).containsExactly(12, 24);
  }

  /** One run that was disturbed, or two, are no new level; nor can so few runs show one. */
  @Test
  void anOutlierIsNoChange() {
    double[] runs = new SimulatedSeries(3).lognormal(30, 0.02);
    runs[15] *= 5;

    assertThat(ChangePoints.of(runs, RISK, 1)).isEmpty();
    assertThat(ChangePoints.of(new double[] {1, 1, 1, 9, 9, 9}, RISK, 1)).isEmpty();
    assertThat(ChangePoints.of(new double[] {1, 9}, RISK, 1)).isEmpty();
    assertThat(ChangePoints.of(new double[20], RISK, 1)).isEmpty();
    assertThat(ChangePoints.of(new double[0], RISK, 1)).isEmpty();
  }

  @Test
  void whatItCannotLookAtIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChangePoints.of(new double[201], RISK, 1))
        .withMessage("a series has at most 200 values, not 201");
    assertThatIllegalArgumentException().isThrownBy(() -> ChangePoints.of(NILE, 0, 1));
  }
}
