package dev.harness.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Figure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AmountTest {

  @Test
  void timesHaveThreeDigits() {
    assertThat(Amount.millis(1_234.5)).isEqualTo("1,235 ms");
    assertThat(Amount.millis(86.015)).isEqualTo("86.0 ms");
    assertThat(Amount.millis(4.931)).isEqualTo("4.93 ms");
    assertThat(Amount.millis(0.0123)).isEqualTo("0.01 ms");
    assertThat(Amount.millis(0.00123)).isEqualTo("1.23 µs");
    assertThat(Amount.millis(Double.NaN)).isEqualTo("–");
  }

  @Test
  void countsAreWholeWhereTheyAre() {
    assertThat(Amount.perSecond(5_044_801)).isEqualTo("5,044,801 /s");
    assertThat(Amount.count(7.994)).isEqualTo("7.99");
    assertThat(Amount.count(0)).isEqualTo("0");
    assertThat(Amount.percent(34.4)).isEqualTo("34 %");
    assertThat(Amount.megabytes(182L << 20)).isEqualTo("182 MB");
  }

  @Test
  void noFigureIsADash() {
    assertThat(Amount.of(Figure.missing("too few"), Amount::millis)).isEqualTo("–");
    assertThat(Amount.of(Figure.of(2), Amount::millis)).isEqualTo("2 ms");
  }

  @Test
  void timeIsReadAsOnAClock() {
    assertThat(Amount.time(Duration.ofSeconds(5))).isEqualTo("0:05");
    assertThat(Amount.time(Duration.ofMillis(950))).isEqualTo("0:01");
    assertThat(Amount.time(Duration.ofSeconds(-130))).isEqualTo("2:10");
    assertThat(Amount.time(Duration.ofSeconds(3_725))).isEqualTo("1:02:05");
  }
}
