package dev.harness.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BurstTest {

  @Property
  void isAllDueAtTheStart(
      @ForAll @LongRange(min = 1, max = 10_000_000) long count,
      @ForAll @LongRange(min = 0, max = 9_999_999) long index) {
    var burst = new Burst(count);

    assertThat(burst.count()).isEqualTo(count);
    assertThat(burst.nanosAt(index % count)).isZero();
  }

  @Test
  void takesNoTime() {
    assertThat(new Burst(1_000).durationNanos()).isZero();
  }

  @Test
  void hasItsBoundsWithinReach() {
    assertThat(new Burst(1).count()).isEqualTo(1);
    assertThat(new Burst(10_000_000).count()).isEqualTo(10_000_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 10_000_001, Long.MAX_VALUE})
  void refusesCountsOutOfRange(long count) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Burst(count))
        .withMessage("a burst has 1 to 10,000,000 operations, not %,d", count);
  }
}
