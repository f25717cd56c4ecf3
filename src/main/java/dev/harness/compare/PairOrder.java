package dev.harness.compare;

import dev.harness.random.Seed;
import dev.harness.random.Shuffle;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Which of a pair of runs comes first, so that what changes with time does not go with one. */
public enum PairOrder {
  /** A B, B A, A B, …: whatever goes on evenly meets both alike. */
  ABBA,
  /** By chance, and in half of the pairs each, so that not even a rhythm goes with one. */
  RANDOM;

  /**
   * For each pair, whether its baseline runs first.
   *
   * @param seed of chance, where there is any
   */
  public List<Boolean> baseFirst(int pairs, Seed seed) {
    var dealt = new Shuffle(pairs, seed);
    return IntStream.range(0, pairs)
        .map(i -> this == ABBA ? i : dealt.at(i))
        .mapToObj(i -> i % 2 == 0)
        .toList();
  }

  /** As written on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
