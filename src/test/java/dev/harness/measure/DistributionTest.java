package dev.harness.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {
  private static final double[] JUDGED = {0.5, 0.75, 0.9, 0.95, 0.99, 0.999};

  @Property
  void aPercentileIsTheSmallestTimeWithEnoughAtOrBelowIt(
      @ForAll @Size(min = 1, max = 3_000) List<@IntRange(min = 0, max = 2_047) Integer> micros) {
    Distribution times = ofMicros(micros);
    List<Integer> sorted = micros.stream().sorted().toList();

    for (double q : JUDGED) {
      int rank = (int) Math.ceil(Math.round(q * 1_000) * sorted.size() / 1_000.0);
      assertThat(times.percentileMillis(q))
          .as("P%s of %d", q * 100, sorted.size())
          .isEqualTo(sorted.get(rank - 1) / 1_000.0);
    }
  }

  @ParameterizedTest
  @CsvSource({"0.5, 5", "0.9, 29", "0.95, 59", "0.99, 299", "0.999, 2995"})
  void aPercentileIsJudgedFromSoManySamplesOn(double q, int needed) {
    assertThat(Distribution.samplesNeeded(q)).isEqualTo(needed);
    assertThat(ones(needed).percentile(q)).isEqualTo(Figure.of(1, needed));
    assertThat(ones(needed - 1).percentile(q)).isInstanceOf(Figure.Missing.class);
  }

  @Test
  void saysHowManySamplesArePresentAndNeeded() {
    assertThat(ones(12).percentile(0.95))
        .isEqualTo(Figure.missing("P95 needs 59 samples, there are 12"));
    assertThat(ones(1_000).percentile(0.999))
        .isEqualTo(Figure.missing("P99.9 needs 2,995 samples, there are 1,000"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.5, 95, Double.NaN})
  void refusesWhatIsNoPercentile(double q) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Distribution.samplesNeeded(q))
        .withMessage("a percentile lies between 0 and 1, not " + q);
  }

  @ParameterizedTest
  @EnumSource(Resolution.class)
  void whatIsOutOfRangeIsCountedAndNeverClamped(Resolution resolution) {
    var times = new Times(resolution);
    for (int i = 0; i < 1_000; i++) {
      times.record(1_000_000);
    }
    times.record(Duration.ofHours(2).toNanos());
    Distribution distribution = times.distribution();

    assertThat(distribution.overflow()).isEqualTo(1);
    assertThat(distribution.count()).isEqualTo(1_000);
    assertThat(distribution.maxMillis()).isCloseTo(1, within(0.001));
    assertThat(distribution.percentile(0.95))
        .isEqualTo(Figure.missing("1 times were out of range"));
    assertThat(distribution.mean()).isEqualTo(Figure.missing("1 times were out of range"));
    assertThat(distribution.plus(distribution).overflow()).isEqualTo(2);
  }

  @Test
  void keepsTheWholeRangeOfItsResolution() {
    assertThat(one(Resolution.NANOSECONDS, Duration.ofSeconds(100)).overflow()).isZero();
    assertThat(one(Resolution.NANOSECONDS, Duration.ofSeconds(101)).overflow()).isEqualTo(1);
    assertThat(one(Resolution.MICROSECONDS, Duration.ofHours(1)).overflow()).isZero();
    assertThat(one(Resolution.MICROSECONDS, Duration.ofHours(1).plusNanos(1_000)).overflow())
        .isEqualTo(1);
  }

  @Test
  void keepsThreeSignificantDigits() {
    assertThat(one(Resolution.NANOSECONDS, Duration.ofNanos(123)).percentileMillis(0.5))
        .isEqualTo(0.000123);
    assertThat(one(Resolution.MICROSECONDS, Duration.ofMillis(54_321)).percentileMillis(0.5))
        .isCloseTo(54_321, within(54.321));
  }

  @Test
  void meansAreOfAllTimes() {
    Distribution three = ofMicros(List.of(500, 1_000, 1_500));
    assertThat(three.meanMillis()).isEqualTo(1);
    assertThat(three.mean()).isEqualTo(Figure.missing("it takes 59 operations, there are 3"));
    assertThat(ofMicros(Collections.nCopies(59, 1_000)).mean()).isEqualTo(Figure.of(1, 59));
  }

  @Test
  void thereAreNoFiguresOfNothing() {
    Distribution none = Distribution.zero(Resolution.MICROSECONDS);

    assertThat(none.mean()).isEqualTo(Figure.missing("nothing completed"));
    assertThat(none.percentile(0.5)).isEqualTo(Figure.missing("P50 needs 5 samples, there are 0"));
    assertThat(none.percentileMillis(0.5)).isNaN();
    assertThat(none.maxMillis()).isNaN();
  }

  @Property
  void sumsAreAsIfRecordedTogether(
      @ForAll @Size(max = 50) List<@IntRange(min = 0, max = 3_000_000) Integer> left,
      @ForAll @Size(max = 50) List<@IntRange(min = 0, max = 3_000_000) Integer> right) {
    Distribution sum = ofMicros(left).plus(ofMicros(right));
    Distribution together = ofMicros(Stream.concat(left.stream(), right.stream()).toList());

    assertThat(sum.count()).isEqualTo(left.size() + right.size());
    for (double q : JUDGED) {
      assertThat(sum.percentileMillis(q)).isEqualTo((Double) together.percentileMillis(q));
    }
  }

  /** Times of up to two hours, so that some are out of range. */
  @Property
  void mayBeAddedInAnyOrder(
      @ForAll @Size(max = 20) List<@LongRange(min = 0, max = 7_200_000_000L) Long> one,
      @ForAll @Size(max = 20) List<@LongRange(min = 0, max = 7_200_000_000L) Long> two,
      @ForAll @Size(max = 20) List<@LongRange(min = 0, max = 7_200_000_000L) Long> three) {
    Distribution a = ofMicros(one);
    Distribution b = ofMicros(two);
    Distribution c = ofMicros(three);
    Distribution zero = Distribution.zero(Resolution.MICROSECONDS);

    assertThat(a.plus(b)).isEqualTo(b.plus(a));
    assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
    assertThat(a.plus(zero)).isEqualTo(a);
    assertThat(zero.plus(a)).isEqualTo(a);
  }

  @Property
  void isWhatHdrHistogramSaysOfTheSameTimes(
      @ForAll @Size(min = 1, max = 100)
          List<@LongRange(min = 0, max = 3_600_000_000L) Long> micros) {
    var histogram = new Histogram(1, 3_600_000_000L, 3);
    micros.forEach(histogram::recordValue);
    Distribution times = Distribution.of(Resolution.MICROSECONDS, histogram, 0);

    for (double q : JUDGED) {
      assertThat(times.percentileMillis(q) * 1_000)
          .isCloseTo((double) histogram.getValueAtPercentile(q * 100), within(0.001));
    }
    assertThat(times.meanMillis() * 1_000).isCloseTo(histogram.getMean(), withinPercentage(1e-9));
    assertThat(Distribution.of(Resolution.MICROSECONDS, times.toHistogram(), 0)).isEqualTo(times);
    assertThat(times.toHistogram()).isEqualTo(histogram);
  }

  @Test
  void addingChangesNeitherPart() {
    Distribution three = ones(3);
    Distribution four = ones(4);

    assertThat(three.plus(four).count()).isEqualTo(7);
    assertThat(three.count()).isEqualTo(3);
    assertThat(four.count()).isEqualTo(4);
  }

  @Test
  void timesOfDifferentResolutionDoNotAdd() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ones(1).plus(Distribution.zero(Resolution.NANOSECONDS)))
        .withMessage("times in NANOSECONDS do not add to 1 times in MICROSECONDS");
  }

  private static Distribution one(Resolution resolution, Duration time) {
    var times = new Times(resolution);
    times.record(time.toNanos());
    return times.distribution();
  }

  private static Distribution ones(int count) {
    return ofMicros(Collections.nCopies(count, 1_000));
  }

  private static Distribution ofMicros(List<? extends Number> micros) {
    var times = new Times(Resolution.MICROSECONDS);
    micros.forEach(time -> times.record(time.longValue() * 1_000));
    return times.distribution();
  }
}
