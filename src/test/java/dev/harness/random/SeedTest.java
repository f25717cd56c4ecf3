package dev.harness.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SeedTest {
  private static final int MANY = 100_000;

  @Property
  void itsNumbersAreThoseOfTheGeneratorThatTheJdkHas(@ForAll long value) {
    var jdk = new SplittableRandom(value);

    for (long n = 0; n < 100; n++) {
      assertThat(new Seed(value).bits(n)).isEqualTo(jdk.nextLong());
    }
  }

  @Property
  void uniformNumbersLieBetweenTheEnds(@ForAll long value, @ForAll long n) {
    assertThat(new Seed(value).uniform(n)).isGreaterThan(0).isLessThan(1);
  }

  /** Mean 1/2, variance 1/12; the margins are 4.5 standard errors. */
  @Test
  void uniformNumbersAreSpreadEvenly() {
    var seed = new Seed(1);
    double mean = LongStream.range(0, MANY).mapToDouble(seed::uniform).average().orElseThrow();
    double variance =
        LongStream.range(0, MANY).mapToDouble(n -> Math.pow(seed.uniform(n) - mean, 2)).sum()
            / MANY;

    assertThat(mean).isCloseTo(0.5, within(4.5 * Math.sqrt(1.0 / 12 / MANY)));
    assertThat(variance).isCloseTo(1.0 / 12, within(4.5 * Math.sqrt(1.0 / 180 / MANY)));
  }

  /** Correlation 0, with a margin of 4.5 standard errors; a purpose with itself has 1. */
  @Test
  void purposesHaveNothingToDoWithEachOther() {
    var seed = new Seed(42);

    assertThat(correlation(seed.of("think"), seed.of("think"))).isCloseTo(1, within(1e-9));
    for (String other : new String[] {"", "Think", "knith", "think ", "thinl"}) {
      assertThat(correlation(seed.of("think"), seed.of(other)))
          .as("think and %s", other)
          .isCloseTo(0, within(4.5 / Math.sqrt(MANY)));
    }
    assertThat(correlation(new Seed(42).of("think"), new Seed(43).of("think")))
        .isCloseTo(0, within(4.5 / Math.sqrt(MANY)));
  }

  private static double correlation(Seed one, Seed other) {
    return IntStream.range(0, MANY)
            .mapToDouble(n -> (one.uniform(n) - 0.5) * (other.uniform(n) - 0.5))
            .average()
            .orElseThrow()
        / averageSquare(one);
  }

  private static double averageSquare(Seed seed) {
    return IntStream.range(0, MANY)
        .mapToDouble(n -> Math.pow(seed.uniform(n) - 0.5, 2))
        .average()
        .orElseThrow();
  }
}
