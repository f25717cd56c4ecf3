package dev.harness.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @ParameterizedTest
  @CsvSource({
    "1000, PT10S, 10000",
    "20000, PT60S, 1200000",
    "0.5, PT10S, 5",
    "3, PT0.5S, 2",
    "1000000, P7D, 604800000000"
  })
  void countsRateTimesDuration(double perSecond, Duration duration, long count) {
    assertThat(new Constant(perSecond, duration).count()).isEqualTo(count);
  }

  @Test
  void hasOneOperationHoweverShortItIs() {
    assertThat(new Constant(0.001, SECOND).count()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "1000,    10000000, 10000000000000",
    "20000,   10000000, 500000000000",
    "1000000, 10000000, 10000000000",
    "8,       10000000, 1250000000000000",
    "0.5,     10000000, 20000000000000000"
  })
  void doesNotDrift(double perSecond, long index, long nanos) {
    assertThat(new Constant(perSecond, SECOND).nanosAt(index)).isEqualTo(nanos);
  }

  @Property
  void isWithinANanosecondOfTheExactTime(
      @ForAll @IntRange(min = 1, max = 1_000_000) int perSecond,
      @ForAll @LongRange(min = 0, max = 10_000_000) long index) {
    double exact =
        BigDecimal.valueOf(index)
            .multiply(BigDecimal.valueOf(1_000_000_000))
            .divide(BigDecimal.valueOf(perSecond), MathContext.DECIMAL64)
            .doubleValue();

    assertThat((double) new Constant(perSecond, SECOND).nanosAt(index))
        .isCloseTo(exact, within(2.0));
  }

  @Property
  void neverFallsAndEndsWithinItsDuration(
      @ForAll @DoubleRange(min = 0.01, max = 1_000_000) double perSecond,
      @ForAll @IntRange(min = 1, max = 600_000) int millis,
      @ForAll @LongRange(min = 1, max = 1_000_000_000) long pick) {
    var load = new Constant(perSecond, Duration.ofMillis(millis));
    long index = 1 + pick % load.count();

    assertThat(load.nanosAt(0)).isZero();
    assertThat(load.nanosAt(index)).isGreaterThanOrEqualTo(load.nanosAt(index - 1));
    assertThat(load.nanosAt(load.count() - 1)).isLessThanOrEqualTo(load.durationNanos());
  }

  @Property
  void countIsWithinHalfAnOperationOfRateTimesDuration(
      @ForAll @DoubleRange(min = 1, max = 1_000_000) double perSecond,
      @ForAll @IntRange(min = 1_000, max = 600_000) int millis) {
    var load = new Constant(perSecond, Duration.ofMillis(millis));

    assertThat((double) load.count()).isCloseTo(perSecond * millis / 1_000, within(0.501));
  }

  @Test
  void answersInAnyOrderOfAsking() {
    var asked = new Constant(777, SECOND);
    long[] upwards = LongStream.range(0, 777).map(asked::nanosAt).toArray();
    var other = new Constant(777, SECOND);
    long[] downwards = LongStream.range(0, 777).map(i -> other.nanosAt(776 - i)).toArray();

    assertThat(LongStream.range(0, 777).map(i -> downwards[(int) (776 - i)]).toArray())
        .isEqualTo(upwards);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 1_000_000.1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesRatesOutOfRange(double perSecond) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Constant(perSecond, SECOND))
        .withMessage("a rate is above 0 and at most 1,000,000/s, not " + perSecond);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "P7DT0.000000001S"})
  void refusesDurationsOutOfRange(Duration duration) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Constant(1, duration))
        .withMessage("a load lasts more than 0 and at most 7 days, not " + duration);
  }
}
