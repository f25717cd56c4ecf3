package dev.harness.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTest {

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNoNumberIsMissing(double value) {
    assertThat(Figure.of(value, 10)).isEqualTo(Figure.missing("the measurement gave no number"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Figure.Measured(value, 1));
  }
}
