package dev.harness.random;

/**
 * Random numbers that are asked for by their number: each is computed from that and the seed alone,
 * so any may be had at any time, in any order and by any thread, and always comes out the same.
 *
 * <p>Number <i>n</i> is the output <i>n</i> + 1 of SplitMix64 (Steele, Lea, Flood: "Fast splittable
 * pseudorandom number generators", OOPSLA 2014), the generator behind {@link
 * java.util.SplittableRandom}. Its state only counts up, by a constant, and each output is a
 * mixture of the state; so any output can be had without those before it.
 *
 * @param value any
 */
public record Seed(long value) {
  /** 2⁶⁴ / golden ratio, made odd: by so much the state goes on. */
  private static final long STEP = 0x9e3779b97f4a7c15L;

  /** 52 bits are as many as a double keeps exactly when half a bit is added. */
  private static final int UNUSED_BITS = 12;

  private static final double UNIT = 0x1p-52;

  /** Number {@code n}, all 64 bits of it. */
  public long bits(long n) {
    return mix(value + (n + 1) * STEP);
  }

  /** Number {@code n} as one that lies anywhere between 0 and 1, and is neither. */
  public double uniform(long n) {
    return ((bits(n) >>> UNUSED_BITS) + 0.5) * UNIT;
  }

  /** A seed for one purpose, whose numbers have nothing to do with those for another. */
  public Seed of(String purpose) {
    long seed = value;
    for (int i = 0; i < purpose.length(); i++) {
      seed = mix(seed + STEP + purpose.charAt(i));
    }
    return new Seed(seed);
  }

  private static long mix(long state) {
    long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
