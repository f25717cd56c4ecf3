package dev.harness.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StrainTest {

  @Test
  void isToldInPercentOfItsTime() {
    var strain = new Strain(4, 3, 0, 0.5, 0.2, 8);

    assertThat(strain.loopPercent()).isEqualTo(75);
    assertThat(strain.stolenPercent()).isEqualTo(5);
    assertThat(strain.throttledPercent()).isEqualTo(200);
  }

  @Test
  void addsUp() {
    assertThat(new Strain(4, 3, 0, 0.5, 0.2, 1).plus(new Strain(6, 1, 0, 0.5, 0.8, 1)))
        .isEqualTo(new Strain(10, 4, 0, 1, 1, 2));
  }

  /** On a machine with other work, a loop that never rests gets only part of a core. */
  @Test
  void isBusyWhileItsLoopWaitsForAProcessor() {
    var strain = new Strain(10, 6.2, 3.5, 0, 0, 0);

    assertThat(strain.loopBusyPercent()).isEqualTo(97);
    assertThat(strain.causes())
        .containsExactly(
            "its event loop used 62 % of a core", "it waited for one for 35 % of the time");
    assertThat(new Strain(10, 6.2, Double.NaN, 0, 0, 0).loopBusyPercent()).isEqualTo(62);
  }

  @Test
  void knowsNothingOfAPartThatItDoesNotKnow() {
    Strain partly = new Strain(4, 3, 0, 0.5, 4, 4).plus(Strain.UNKNOWN);

    assertThat(partly.loopPercent()).isNaN();
    assertThat(partly.starved()).isFalse();
    assertThat(partly.causes()).isEmpty();
  }

  @Test
  void starvesFromFivePercentOn() {
    assertThat(new Strain(100, 0, 0, 0, 5, 5).starved()).isFalse();
    assertThat(new Strain(100, 0, 0, 0, 5.1, 0).starved()).isTrue();
    assertThat(new Strain(100, 0, 0, 0, 0, 5.1).starved()).isTrue();
    assertThat(new Strain(100, 100, 0, 100, Double.NaN, Double.NaN).starved()).isFalse();
  }

  @Test
  void namesWhatItKnowsAndWhatMatters() {
    assertThat(new Strain(10, 9.8, 0, 0.21, 1, 3).causes())
        .containsExactly(
            "its event loop used 98 % of a core",
            "collections paused it for 210 ms",
            "other machines took 10 % of the processors' time",
            "a quota held it back for 30 % of the time");
    assertThat(new Strain(10, Double.NaN, 0, 0, 0.05, Double.NaN).causes()).isEmpty();
    assertThat(new Strain(10, 9.8, 0, 0.21, 0.05, 3).shortages())
        .containsExactly("a quota held it back for 30 % of the time");
  }
}
