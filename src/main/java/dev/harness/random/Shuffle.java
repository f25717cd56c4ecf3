package dev.harness.random;

/**
 * Deals out so many things, round after round: each of them once in a round, and every round in an
 * order of its own. Like the numbers of a seed, any turn can be asked for without those before it.
 *
 * @param size how many things; at least 1
 */
public record Shuffle(int size, Seed seed) {
  /** Fewer leave some neighbours together too often; more change nothing that can be seen. */
  private static final int LAYERS = 4;

  public Shuffle {
    if (size < 1) {
      throw new IllegalArgumentException("there is at least 1 thing to shuffle, not " + size);
    }
  }

  /**
   * What comes at that turn.
   *
   * @param turn from 0
   * @return from 0 to size − 1
   */
  public int at(long turn) {
    long round = turn / size;
    int place = (int) (turn % size);
    // The next power of two is easily put in another order; what lies beyond the size is sent on,
    // and comes back into it, because the order is a set of closed cycles.
    do {
      place = scrambled(place, round);
    } while (place >= size);
    return place;
  }

  /** Each step maps the numbers of so many bits onto themselves, no two onto the same. */
  private int scrambled(int place, long round) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(size - 1);
    int mask = (1 << bits) - 1;
    int shift = (bits + 1) / 2;
    int x = place;
    for (int layer = 0; layer < LAYERS; layer++) {
      long key = seed.bits(round * LAYERS + layer);
      x = (x + (int) key) & mask;
      x = (x * ((int) (key >>> Integer.SIZE) | 1)) & mask;
      x ^= x >>> shift;
    }
    return x;
  }
}
