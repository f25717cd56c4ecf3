package dev.harness.check.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.harness.measure.Figure;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ImprovementTest {
  private static final List<Figure> HUNDREDS = figures(99, 100, 101, 100, 100, 100);
  private static final List<Figure> EIGHTIES = figures(80, 80, 81, 79, 80, 80);

  @Test
  void tellsByHowMuchThereIsLess() {
    Figure.Measured less = (Figure.Measured) new Improvement(HUNDREDS, EIGHTIES, 1).less();

    assertThat(less.value()).isCloseTo(20, within(0.001));
    assertThat(less.lower()).isBetween(18.0, 20.001);
    assertThat(less.upper()).isBetween(19.999, 22.0);
  }

  @Test
  void tellsByHowMuchThereIsMore() {
    Figure.Measured more = (Figure.Measured) new Improvement(EIGHTIES, HUNDREDS, 1).more();

    assertThat(more.value()).isCloseTo(25, within(0.001));
  }

  @Test
  void aRoundWithoutAFigureLeavesNone() {
    List<Figure> broken = List.of(Figure.of(1), Figure.missing("not observed"));

    assertThat(new Improvement(HUNDREDS, broken, 1).more())
        .isEqualTo(Figure.missing("not observed"));
    assertThat(Improvement.median(broken)).isEqualTo(Figure.missing("not observed"));
  }

  private static List<Figure> figures(double... values) {
    return DoubleStream.of(values).mapToObj(Figure::of).toList();
  }
}
