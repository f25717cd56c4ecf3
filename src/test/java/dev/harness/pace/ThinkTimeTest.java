package dev.harness.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.harness.random.Seed;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThinkTimeTest {
  private static final Duration MEAN = Duration.ofMillis(200);
  private static final int MANY = 100_000;

  @Test
  void aFixedOneIsAlwaysTheSame() {
    assertThat(LongStream.range(0, 10).map(new ThinkTime.Fixed(MEAN)::nanosAfter))
        .containsOnly(MEAN.toNanos());
    assertThat(ThinkTime.none().nanosAfter(7)).isZero();
  }

  /** Mean 1, P(longer than x) = e^−x; the margins are 4.5 standard errors. */
  @Test
  void anExponentialOneHasThatDistribution() {
    var think = new ThinkTime.Exponential(MEAN, new Seed(1));
    double[] times =
        LongStream.range(0, MANY)
            .mapToDouble(i -> (double) think.nanosAfter(i) / MEAN.toNanos())
            .toArray();

    assertThat(LongStream.range(0, MANY).mapToDouble(i -> times[(int) i]).average().orElseThrow())
        .isCloseTo(1, within(4.5 / Math.sqrt(MANY)));
    for (double x : new double[] {0.1, 0.5, 1, 2, 4}) {
      double longer = LongStream.range(0, MANY).filter(i -> times[(int) i] > x).count();
      double p = Math.exp(-x);
      assertThat(longer / MANY)
          .as("share longer than %s", x)
          .isCloseTo(p, within(4.5 * Math.sqrt(p * (1 - p) / MANY)));
    }
  }

  @Test
  void anExponentialOneIsThatOfItsOperationAndItsSeed() {
    var think = new ThinkTime.Exponential(MEAN, new Seed(1));
    long[] times = LongStream.range(0, 100).map(think::nanosAfter).toArray();

    assertThat(LongStream.range(0, 100).map(i -> think.nanosAfter(99 - i)).toArray())
        .isEqualTo(LongStream.range(0, 100).map(i -> times[(int) (99 - i)]).toArray());
    assertThat(new ThinkTime.Exponential(MEAN, new Seed(2)).nanosAfter(0)).isNotEqualTo(times[0]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-0.001S", "PT1H0.000000001S", "PT200H"})
  void refusesTimesOutOfRange(Duration time) {
    String message = "a think time is 0 to 1 hour, not " + time;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ThinkTime.Fixed(time))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ThinkTime.Exponential(time, new Seed(1)))
        .withMessage(message);
  }
}
