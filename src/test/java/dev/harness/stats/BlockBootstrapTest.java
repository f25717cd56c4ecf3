package dev.harness.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BlockBootstrapTest {

  @Test
  void drawsBlocksOfTheLengthThatGrowsWithTheCubeRoot() {
    assertThat(BlockBootstrap.blockLength(1)).isEqualTo(1);
    assertThat(BlockBootstrap.blockLength(8)).isEqualTo(3);
    assertThat(BlockBootstrap.blockLength(60)).isEqualTo(6);
    assertThat(BlockBootstrap.blockLength(1_000)).isEqualTo(15);
  }

  @Test
  void givesTheSameForTheSameSeed() {
    double[] first = new SimulatedSeries(1).independent(60);
    double[] second = new SimulatedSeries(2).independent(60);

    assertThat(BlockBootstrap.medianDifference(first, second, 7).interval())
        .isEqualTo(BlockBootstrap.medianDifference(first, second, 7).interval())
        .isNotEqualTo(BlockBootstrap.medianDifference(first, second, 8).interval());
  }

  @Test
  void estimatesTheDifferenceOfTheMedians() {
    double[] first = {1, 2, 3, 4, 5};
    double[] second = {11, 12, 13, 14, 15};

    Interval difference = BlockBootstrap.medianDifference(first, second, 1).interval();

    assertThat(difference.estimate()).isEqualTo(10);
    assertThat(difference.lower()).isBetween(6.0, 10.0);
    assertThat(difference.upper()).isBetween(10.0, 14.0);
  }

  @Test
  void isSureOfWhatDoesNotVary() {
    assertThat(BlockBootstrap.medianDifference(new double[] {2, 2}, new double[] {5}, 1).interval())
        .isEqualTo(new Interval(3, 3, 3));
  }

  /**
   * Each bound is wrong in about one case of twenty, also where each value remembers 0.3 of the one
   * before it. Values drawn one by one would be wrong twice as often there.
   */
  @Test
  void keepsItsConfidence() {
    var noise = new SimulatedSeries(3);
    int below = 0;
    int above = 0;
    for (int n = 0; n < 400; n++) {
      double[] first = noise.autocorrelated(90, 0.3);
      double[] second = noise.autocorrelated(90, 0.3);
      Arrays.setAll(second, i -> second[i] + 1);
      Interval difference = BlockBootstrap.medianDifference(first, second, n).interval();
      below += difference.upper() < 1 ? 1 : 0;
      above += difference.lower() > 1 ? 1 : 0;
    }

    assertThat(below).isBetween(4, 36);
    assertThat(above).isBetween(4, 36);
  }

  @Test
  void refusesAnEmptySeries() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BlockBootstrap.medianDifference(new double[0], new double[] {1}, 1))
        .withMessage("a median needs a value");
  }
}
