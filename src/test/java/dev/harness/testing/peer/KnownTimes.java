package dev.harness.testing.peer;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/**
 * Times of which every single one is known, and so every percentile exactly. In nanoseconds, in the
 * order in which operations get them; the same for the same seed.
 */
public final class KnownTimes {
  private static final double NANOS_PER_MILLI = 1e6;

  private final long[] inOrder;
  private final long[] sorted;

  private KnownTimes(long[] inOrder) {
    this.inOrder = inOrder;
    this.sorted = inOrder.clone();
    Arrays.sort(sorted);
  }

  /** Times that were measured by somebody who can be believed. */
  public static KnownTimes of(long... nanos) {
    return new KnownTimes(nanos.clone());
  }

  /** A logarithm that is normally distributed: most answers are quick, and a few take long. */
  public static KnownTimes lognormal(int count, double medianMillis, double sigma, long seed) {
    return generate(
        count, seed, random -> nanos(medianMillis * Math.exp(sigma * random.nextGaussian())));
  }

  /** Two kinds of answers, around one time or around another, within a tenth of it. */
  public static KnownTimes bimodal(
      int count, double millis, double slowMillis, double slowShare, long seed) {
    return generate(
        count,
        seed,
        random -> {
          double centre = random.nextDouble() < slowShare ? slowMillis : millis;
          return nanos(centre * (0.9 + 0.2 * random.nextDouble()));
        });
  }

  public int count() {
    return inOrder.length;
  }

  public long nanosOf(int index) {
    return inOrder[index];
  }

  /** The smallest of them with at least ⌈q·n⌉ of them at or below it, in milliseconds. */
  public double percentileMillis(double q) {
    return sorted[(int) Math.ceil(q * sorted.length) - 1] / NANOS_PER_MILLI;
  }

  private static KnownTimes generate(int count, long seed, ToLongFunction<Random> time) {
    var random = new Random(seed);
    return new KnownTimes(
        LongStream.generate(() -> time.applyAsLong(random)).limit(count).toArray());
  }

  private static long nanos(double millis) {
    return Math.round(millis * NANOS_PER_MILLI);
  }
}
