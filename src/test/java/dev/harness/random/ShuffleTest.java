package dev.harness.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShuffleTest {

  @Property
  void eachRoundHasEachThingOnce(
      @ForAll @IntRange(min = 1, max = 1_000) int size,
      @ForAll @IntRange(min = 0, max = 1_000_000) int round,
      @ForAll long seed) {
    assertThat(round(new Shuffle(size, new Seed(seed)), round))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, size).boxed().toList());
  }

  @Test
  void roundsAndSeedsHaveOrdersOfTheirOwn() {
    var orders = new HashSet<List<Integer>>();
    for (int seed = 0; seed < 10; seed++) {
      for (int round = 0; round < 10; round++) {
        orders.add(round(new Shuffle(100, new Seed(seed)), round));
      }
    }

    assertThat(orders).hasSize(100);
    assertThat(round(new Shuffle(100, new Seed(3)), 7))
        .isEqualTo(round(new Shuffle(100, new Seed(3)), 7));
  }

  /** In turn, each would follow the same one always. */
  @Test
  void everyoneFollowsEveryoneAboutEquallyOften() {
    var shuffle = new Shuffle(10, new Seed(1));
    int rounds = 5_000;
    var followed = new int[10][10];
    for (int round = 0; round < rounds; round++) {
      List<Integer> order = round(shuffle, round);
      for (int i = 1; i < order.size(); i++) {
        followed[order.get(i - 1)][order.get(i)]++;
      }
    }

    // Of the 90 pairs of places, 9 are neighbours in that order.
    for (int one = 0; one < 10; one++) {
      for (int other = 0; other < 10; other++) {
        double share = (double) followed[one][other] / rounds;
        assertThat(share).isCloseTo(one == other ? 0 : 0.1, within(0.02));
      }
    }
  }

  @Test
  void hasAtLeastOneThing() {
    assertThat(LongStream.range(0, 5).map(new Shuffle(1, new Seed(9))::at)).containsOnly(0L);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Shuffle(0, new Seed(1)))
        .withMessage("there is at least 1 thing to shuffle, not 0");
  }

  private static List<Integer> round(Shuffle shuffle, long round) {
    return LongStream.range(round * shuffle.size(), (round + 1) * shuffle.size())
        .mapToObj(shuffle::at)
        .toList();
  }
}
