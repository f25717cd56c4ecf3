package dev.harness.pace;

import java.time.Duration;

/**
 * A rate that rises or falls evenly. With a = (to − from) / duration, from·t + a·t²/2 operations
 * have come by the time t; so operation <i>i</i> is due at t = 2i / (from + √(from² + 2·a·i)), a
 * form of the root that stays exact where the rate hardly changes.
 *
 * @param from arrivals per second at the start; 0 to 1,000,000
 * @param to arrivals per second at the end; 0 to 1,000,000, not 0 as well
 * @param duration above 0, at most seven days
 */
public record Ramp(double from, double to, Duration duration) implements Arrivals {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MOST_PER_SECOND = 1e6;
  private static final Duration LONGEST = Duration.ofDays(7);

  public Ramp {
    requireRate(from);
    requireRate(to);
    if (from == 0 && to == 0) {
      throw new IllegalArgumentException("a ramp from 0/s to 0/s has no arrivals");
    }
    if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "a load lasts more than 0 and at most 7 days, not " + duration);
    }
  }

  private static void requireRate(double rate) {
    if (!(rate >= 0 && rate <= MOST_PER_SECOND)) {
      throw new IllegalArgumentException("a ramp's rate is 0 to 1,000,000/s, not " + rate);
    }
  }

  @Override
  public long count() {
    return Math.max(1, Math.round((from + to) / 2 * seconds()));
  }

  @Override
  public long nanosAt(long index) {
    if (index == 0) {
      return 0;
    }
    double slope = (to - from) / seconds();
    // Rounding may leave the last arrival of a falling ramp a hair below zero.
    double root = Math.sqrt(Math.max(0, from * from + 2 * slope * index));
    long nanos = Math.round(2 * index / (from + root) * NANOS_PER_SECOND);
    return Math.min(nanos, durationNanos());
  }

  @Override
  public long durationNanos() {
    return duration.toNanos();
  }

  private double seconds() {
    return duration.toNanos() / NANOS_PER_SECOND;
  }
}
