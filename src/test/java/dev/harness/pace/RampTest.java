package dev.harness.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RampTest {

  @Test
  void bringsTheMeanRateTimesItsDuration() {
    assertThat(new Ramp(0, 1_000, Duration.ofSeconds(10)).count()).isEqualTo(5_000);
    assertThat(new Ramp(1_000, 0, Duration.ofSeconds(10)).count()).isEqualTo(5_000);
    assertThat(new Ramp(50, 50, Duration.ofSeconds(10)).count()).isEqualTo(500);
  }

  @Test
  void bringsAQuarterOfARiseFromZeroByHalfTime() {
    var ramp = new Ramp(0, 100, Duration.ofSeconds(10));

    assertThat(ramp.nanosAt(125)).isEqualTo(5_000_000_000L);
  }

  @Test
  void isAConstantRateWhereItsEndsAreTheSame() {
    var ramp = new Ramp(200, 200, Duration.ofSeconds(5));
    var constant = new Constant(200, Duration.ofSeconds(5));

    for (long i = 0; i < ramp.count(); i++) {
      assertThat(ramp.nanosAt(i)).isEqualTo(constant.nanosAt(i));
    }
  }

  /** What has come by an arrival's time, by the profile's integral, is that arrival's index. */
  @Property(tries = 200)
  void keepsToItsIntegral(
      @ForAll @DoubleRange(min = 0, max = 10_000) double from,
      @ForAll @DoubleRange(min = 1, max = 10_000) double to,
      @ForAll @IntRange(min = 1, max = 600) int seconds) {
    var ramp = new Ramp(from, to, Duration.ofSeconds(seconds));
    for (int part = 0; part < 10; part++) {
      long index = part * (ramp.count() - 1) / 10;
      double t = ramp.nanosAt(index) / 1e9;
      double integral = from * t + (to - from) / seconds * t * t / 2;
      assertThat(integral).isCloseTo((double) index, within(0.01 + index * 1e-6));
    }
  }

  @Property(tries = 100)
  void neverGoesBackNorBeyondItsEnd(
      @ForAll @DoubleRange(min = 0, max = 2_000) double from,
      @ForAll @DoubleRange(min = 1, max = 2_000) double to) {
    var ramp = new Ramp(from, to, Duration.ofSeconds(2));
    long before = 0;
    for (long i = 0; i < ramp.count(); i++) {
      assertThat(ramp.nanosAt(i)).isBetween(before, ramp.durationNanos());
      before = ramp.nanosAt(i);
    }
  }

  @Test
  void refusesRatesThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ramp(0, 0, Duration.ofSeconds(1)))
        .withMessageContaining("no arrivals");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ramp(Double.NaN, 1, Duration.ofSeconds(1)))
        .withMessageContaining("0 to 1,000,000/s");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ramp(1, 1e9, Duration.ofSeconds(1)))
        .withMessageContaining("0 to 1,000,000/s");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ramp(1, 2, Duration.ofDays(8)))
        .withMessageContaining("at most 7 days");
  }
}
