package dev.harness.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MedianTest {

  @Test
  void isTheValueInTheMiddleOrBetweenTheTwo() {
    assertThat(Median.of(9, 1, 5)).isEqualTo(5);
    assertThat(Median.of(9, 1, 5, 6)).isEqualTo(5.5);
    assertThat(Median.of(7)).isEqualTo(7);
  }

  @Test
  void leavesItsArgumentAsItIs() {
    double[] values = {3, 1, 2};

    Median.of(values);

    assertThat(values).containsExactly(3, 1, 2);
  }

  @Test
  void refusesNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(Median::of)
        .withMessage("a median needs a value");
  }
}
