package dev.harness.pace;

import static dev.harness.pace.Bounds.NANOS_PER_SECOND;

import java.time.Duration;
import java.util.OptionalDouble;

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

  public Ramp {
    Bounds.requireRateOrNone(from);
    Bounds.requireRateOrNone(to);
    if (from == 0 && to == 0) {
      throw new IllegalArgumentException("a ramp from 0/s to 0/s has no arrivals");
    }
    Bounds.requireDuration(duration);
  }

  @Override
  public long count() {
    return Bounds.count((from + to) / 2, duration);
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

  @Override
  public OptionalDouble steadyRate() {
    return from == to ? OptionalDouble.of(from) : OptionalDouble.empty();
  }

  private double seconds() {
    return duration.toNanos() / NANOS_PER_SECOND;
  }
}
