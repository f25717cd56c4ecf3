package dev.harness.pace;

import dev.harness.random.Seed;

/**
 * Partial sums of independent, exponentially distributed gaps, each to be had without adding up
 * those before it.
 *
 * <p>The sum of 2<i>m</i> such gaps is split: the part of it that the first <i>m</i> make up does
 * not depend on the sum, and has the distribution Beta(<i>m</i>, <i>m</i>). So the sum of all is
 * the root of a binary tree, each node is split by random numbers of its own, and the sum of the
 * first <i>k</i> is found on the way from the root down to the boundary behind gap <i>k</i>. The
 * sums are parts of the sum of all, which is 1 here: whoever wants times scales them.
 *
 * <p>Beta(<i>m</i>, <i>m</i>) is what a coordinate of a point taken anywhere on the sphere in
 * 2<i>m</i> + 1 dimensions has, once [−1, 1] is moved to [0, 1]. Two of its coordinates are a point
 * in the plane: any direction, and a distance <i>r</i> with P(<i>r</i>² &gt; <i>x</i>) = (1 −
 * <i>x</i>)^(<i>m</i> − ½). So a coordinate is √(1 − <i>U</i>^(2 / (2<i>m</i> − 1))) · cos
 * 2π<i>V</i> of two uniform numbers, exactly and without rejecting any (Ulrich: "Computer
 * generation of distributions on the m-sphere", Applied Statistics 33, 1984).
 */
final class ExponentialGaps {
  /** Boundaries that are worked out ahead: 65,537 at most, which take half a megabyte. */
  private static final int MOST_LEVELS_KEPT = 16;

  private final Seed seed;

  /** Splits between the sum of all, at the top, and a single gap. */
  private final int levels;

  /** Splits whose results are kept. */
  private final int levelsKept;

  /** Sums up to the boundaries of equal blocks: from 0, the sum of none, to 1, that of all. */
  private final double[] kept;

  /**
   * @param count gaps that are needed; there are as many as the next power of two
   */
  ExponentialGaps(long count, Seed seed) {
    this.seed = seed;
    this.levels = Long.SIZE - Long.numberOfLeadingZeros(count - 1);
    this.levelsKept = Math.min(levels, MOST_LEVELS_KEPT);
    this.kept = new double[(1 << levelsKept) + 1];
    kept[kept.length - 1] = 1;
    for (int depth = 0; depth < levelsKept; depth++) {
      int width = 1 << (levelsKept - depth);
      for (int i = 0; i < 1 << depth; i++) {
        int left = i * width;
        kept[left + width / 2] =
            split((1L << depth) + i, levels - depth, kept[left], kept[left + width]);
      }
    }
  }

  /**
   * The first {@code k} gaps, as a part of all.
   *
   * @param k from 0 to the number of gaps; the sum never falls as it rises
   */
  double sum(long k) {
    int level = levels - levelsKept;
    int block = (int) (k >>> level);
    long left = k - ((long) block << level);
    double low = kept[block];
    if (left == 0) {
      return low;
    }
    double high = kept[block + 1];
    long node = (1L << levelsKept) + block;
    while (true) {
      double middle = split(node, level, low, high);
      long half = 1L << --level;
      if (left == half) {
        return middle;
      }
      if (left < half) {
        high = middle;
        node = 2 * node;
      } else {
        low = middle;
        left -= half;
        node = 2 * node + 1;
      }
    }
  }

  /**
   * Where the first half of a node's gaps ends. StrictMath, because times that come of a seed must
   * be the same on every machine.
   *
   * @param node its number: 1 for the root, 2<i>n</i> and 2<i>n</i> + 1 for the children of
   *     <i>n</i>
   * @param level it has 2^level gaps
   * @param low where they begin
   * @param high where they end
   */
  private double split(long node, int level, double low, double high) {
    double exponent = 2.0 / ((1L << level) - 1);
    double squared = -StrictMath.expm1(exponent * StrictMath.log(seed.uniform(2 * node)));
    double angle = 2 * StrictMath.PI * seed.uniform(2 * node + 1);
    double part = (1 + StrictMath.sqrt(squared) * StrictMath.cos(angle)) / 2;
    return Math.min(low + part * (high - low), high);
  }
}
