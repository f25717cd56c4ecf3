package dev.harness.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.harness.random.Seed;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PoissonTest {
  private static final double PER_SECOND = 1_000;
  private static final Duration LONG = Duration.ofSeconds(200);
  private static final int ARRIVALS = 200_000;

  /** In standard deviations: of a million Poisson processes, seven would go beyond. */
  private static final double MARGIN = 4.5;

  private static final int SEEDS = 100;

  /** More arrivals than boundaries are kept for, so that both parts of the tree are seen. */
  @Test
  void isAPoissonProcess() {
    for (long seed = 1; seed <= 10; seed++) {
      assertThat(deviations(poisson(seed)))
          .as("seed %d", seed)
          .allSatisfy((name, z) -> assertThat(z).as(name).isBetween(-MARGIN, MARGIN));
    }
  }

  /**
   * Over many seeds the statistics scatter as they should: around 0, by 1. A generator that keeps
   * too even a pace, or repeats itself from seed to seed, would pass one by one and fails here.
   */
  @Test
  void scattersFromSeedToSeedAsMuchAsAPoissonProcess() {
    List<Map<String, Double>> all =
        LongStream.range(0, SEEDS).mapToObj(seed -> deviations(poisson(1_000 + seed))).toList();

    for (String name : all.get(0).keySet()) {
      double mean =
          all.stream().mapToDouble(z -> z.getOrDefault(name, Double.NaN)).average().orElseThrow();
      double variance =
          all.stream().mapToDouble(z -> Math.pow(z.getOrDefault(name, Double.NaN) - mean, 2)).sum()
              / (SEEDS - 1);
      assertThat(mean).as("mean of " + name).isCloseTo(0, within(MARGIN / Math.sqrt(SEEDS)));
      assertThat(variance)
          .as("variance of " + name)
          .isCloseTo(1, within(MARGIN * Math.sqrt(2.0 / (SEEDS - 1))));
    }
  }

  @Test
  void aConstantRateIsNoPoissonProcess() {
    Map<String, Double> deviations = deviations(times(new Constant(PER_SECOND, LONG)));

    assertThat(deviations.get("variance of gaps")).isLessThan(-100);
    assertThat(deviations.get("dispersion in 100 windows")).isLessThan(-MARGIN);
    assertThat(deviations.get("dispersion in 10,000 windows")).isLessThan(-MARGIN);
  }

  @Test
  void arrivalsInPairsAreNoPoissonProcess() {
    long[] pairs = times(new Poisson(PER_SECOND / 2, LONG, new Seed(1)));
    long[] all = LongStream.of(pairs).flatMap(time -> LongStream.of(time, time)).toArray();

    assertThat(deviations(all).get("variance of gaps")).isGreaterThan(100);
    assertThat(deviations(all).get("dispersion in 10,000 windows")).isGreaterThan(MARGIN);
  }

  /** A short cut that one might take: random within each second, and as many in each. */
  @Test
  void arrivalsThatAreRandomInTheSmallOnlyAreNoPoissonProcess() {
    long[] times = new Random(1).longs(ARRIVALS, 0, 1_000_000_000).toArray();
    for (int i = 0; i < times.length; i++) {
      times[i] += i / 1_000 * 1_000_000_000L;
    }
    Arrays.sort(times);

    assertThat(deviations(times).get("dispersion in 10,000 windows")).isBetween(-MARGIN, MARGIN);
    assertThat(deviations(times).get("dispersion in 100 windows")).isLessThan(-MARGIN);
  }

  /** The time of the middle one of 2m − 1 is Beta(m, m): mean 1/2, variance 1 / (4 (2m + 1)). */
  @Test
  void itsTimesAreThoseOfUniformTimesInOrder() {
    int samples = 20_000;
    for (int m : new int[] {1, 2, 3, 8, 50}) {
      double[] middles =
          IntStream.range(0, samples)
              .mapToDouble(seed -> ofCount(2 * m - 1, seed).nanosAt(m - 1) / 1e9)
              .toArray();
      double mean = Arrays.stream(middles).average().orElseThrow();
      double variance =
          Arrays.stream(middles).map(t -> (t - 0.5) * (t - 0.5)).average().orElseThrow();
      double expected = 1.0 / (4 * (2 * m + 1));
      assertThat(mean).isCloseTo(0.5, within(MARGIN * Math.sqrt(expected / samples)));
      assertThat(variance / expected).isCloseTo(1, within(MARGIN * Math.sqrt(2.0 / samples)));
    }
  }

  @Property
  void bringsRateTimesDurationWhateverItsSeed(
      @ForAll @DoubleRange(min = 1, max = 100_000) double perSecond,
      @ForAll @IntRange(min = 1_000, max = 60_000) int millis,
      @ForAll long seed) {
    var load = new Poisson(perSecond, Duration.ofMillis(millis), new Seed(seed));

    assertThat((double) load.count()).isCloseTo(perSecond * millis / 1_000, within(0.501));
    assertThat(load.steadyRate()).hasValue(perSecond);
  }

  @Property(tries = 100)
  void neverGoesBackNorBeyondItsEnd(
      @ForAll @DoubleRange(min = 1, max = 100_000) double perSecond, @ForAll long seed) {
    var load = new Poisson(perSecond, Duration.ofSeconds(1), new Seed(seed));

    assertThat(times(load)).isSorted();
    assertThat(load.nanosAt(0)).isNotNegative();
    assertThat(load.nanosAt(load.count() - 1)).isLessThanOrEqualTo(load.durationNanos());
  }

  /** The longest there is: a week at a million a second. */
  @Property(tries = 50)
  void holdsForTheLongestLoadToo(
      @ForAll @LongRange(min = 1, max = 604_799_999_998L) long index, @ForAll long seed) {
    var load = new Poisson(1e6, Duration.ofDays(7), new Seed(seed));

    assertThat(load.count()).isEqualTo(604_800_000_000L);
    assertThat(load.nanosAt(index)).isBetween(load.nanosAt(index - 1), load.nanosAt(index + 1));
    // The index at a time scatters by √n at the most: by less than 0.8 s.
    assertThat((double) load.nanosAt(index)).isCloseTo(index * 1e3, within(MARGIN * 0.8e9));
  }

  @Test
  void answersInAnyOrderOfAsking() {
    Poisson asked = poisson(7);
    long[] upwards = times(asked);
    List<Integer> order = IntStream.range(0, ARRIVALS).boxed().collect(Collectors.toList());
    Collections.shuffle(order, new Random(1));
    Poisson other = poisson(7);

    assertThat(order).allMatch(i -> other.nanosAt(i) == upwards[i]);
  }

  /** Whatever the machine, the JDK and the compiler. */
  @Test
  void theSameTimesComeOfTheSameSeed() {
    assertThat(LongStream.range(0, 5).map(poisson(42)::nanosAt))
        .containsExactly(277_836L, 1_933_074L, 2_878_211L, 3_013_438L, 3_223_338L);
    assertThat(poisson(42).nanosAt(ARRIVALS - 1)).isEqualTo(199_996_766_749L);
    assertThat(times(poisson(42))).isNotEqualTo(times(poisson(43)));
  }

  @Test
  void refusesWhatIsNoRateOrTooLong() {
    for (double rate : new double[] {0, -1, 1e9, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Poisson(rate, LONG, new Seed(1)))
          .withMessage("a rate is above 0 and at most 1,000,000/s, not " + rate);
    }
    for (Duration time : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofDays(8))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Poisson(1, time, new Seed(1)))
          .withMessage("a load lasts more than 0 and at most 7 days, not " + time);
    }
  }

  private static Poisson poisson(long seed) {
    return new Poisson(PER_SECOND, LONG, new Seed(seed));
  }

  private static Poisson ofCount(int count, long seed) {
    return new Poisson(count, Duration.ofSeconds(1), new Seed(seed));
  }

  private static long[] times(Arrivals arrivals) {
    return LongStream.range(0, arrivals.count()).map(arrivals::nanosAt).toArray();
  }

  private static Map<String, Double> deviations(Arrivals arrivals) {
    return deviations(times(arrivals));
  }

  private static Map<String, Double> deviations(long[] times) {
    return new PoissonStatistics(times).deviations(LONG.toNanos());
  }
}
