package dev.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Figure;
import dev.harness.metric.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | PERCENT | 0 %",
        "100 | PERCENT | 100 %",
        "0.5 | MILLISECONDS | 0.5 ms",
        "0.1234 | MILLISECONDS | 0.123 ms",
        "0.00047 | MILLISECONDS | 0.47 µs",
        "0.00000047 | MILLISECONDS | 0.47 ns",
        "0 | MILLISECONDS | 0 ms",
        "-1.5 | MEGABYTES | -1.5 MB",
        "999.9994 | PER_SECOND | 999.999 /s",
        "1204.7 | PER_SECOND | 1,205 /s",
        "12345678.9 | PER_SECOND | 12,345,679 /s",
        "-2500.4 | MEGABYTES | -2,500 MB",
        "7 | COUNT | 7",
        "1 | YES_NO | yes",
        "0 | YES_NO | no",
      })
  void groupsAndRounds(double value, Unit unit, String text) {
    assertThat(new NumberText(3).of(value, unit)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.0004, 4.0e-04", "-0.0004, -4.0e-04", "0.0005, 5.0e-04", "1e-300, 1.0e-300"})
  void whatIsNotZeroNeverReadsAsZero(double value, String text) {
    assertThat(new NumberText(3).of(value, Unit.COUNT)).isEqualTo(text);
  }

  @Test
  void showsNoMoreDecimalsThanAskedFor() {
    assertThat(new NumberText(0).of(12.6, Unit.COUNT)).isEqualTo("13");
    assertThat(new NumberText(0).of(0.5, Unit.COUNT)).isEqualTo("5.0e-01");
    assertThat(new NumberText(1).of(12.66, Unit.COUNT)).isEqualTo("12.7");
    assertThat(new NumberText(9).of(0.123456789, Unit.COUNT)).isEqualTo("0.123456789");
  }

  @Test
  void aMissingFigureIsADash() {
    assertThat(new NumberText(3).of(Figure.missing("why"), Unit.PERCENT)).isEqualTo("–");
    assertThat(new NumberText(3).of(Figure.of(2), Unit.PERCENT)).isEqualTo("2 %");
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, –",
    "0, +0 %",
    "12.4, +12 %",
    "-20, -20 %",
    "1000, +1000 %",
    "1000.5, '> 1,000 %'"
  })
  void tellsMarginsUpToTenTimesTheLimit(double percent, String text) {
    assertThat(new NumberText(3).margin(percent)).isEqualTo(text);
  }

  @Test
  void anEstimateIsToldWithItsBounds() {
    Figure slope = Figure.estimate(4.907, 4.1, 5.6, 20);

    assertThat(new NumberText(3).bounded(slope, Unit.MEGABYTES)).isEqualTo("4.907 MB (4.1 to 5.6)");
    assertThat(new NumberText(3).bounded(Figure.of(3), Unit.MEGABYTES)).isEqualTo("3 MB");
    assertThat(new NumberText(3).bounded(Figure.missing("none"), Unit.MEGABYTES)).isEqualTo("–");
  }
}
