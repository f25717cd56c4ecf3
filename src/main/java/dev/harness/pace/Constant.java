package dev.harness.pace;

import java.time.Duration;

/**
 * A steady rate: operation <i>i</i> is due at <i>i</i> / rate.
 *
 * @param perSecond arrivals per second; above 0, at most 1,000,000
 * @param duration above 0, at most seven days
 */
public record Constant(double perSecond, Duration duration) implements Arrivals {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MOST_PER_SECOND = 1e6;
  private static final Duration LONGEST = Duration.ofDays(7);

  public Constant {
    if (!(perSecond > 0 && perSecond <= MOST_PER_SECOND)) {
      throw new IllegalArgumentException(
          "a rate is above 0 and at most 1,000,000/s, not " + perSecond);
    }
    if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "a load lasts more than 0 and at most 7 days, not " + duration);
    }
  }

  @Override
  public long count() {
    return Math.max(1, Math.round(perSecond * duration.toNanos() / NANOS_PER_SECOND));
  }

  @Override
  public long nanosAt(long index) {
    return Math.round(index * (NANOS_PER_SECOND / perSecond));
  }

  @Override
  public long durationNanos() {
    return duration.toNanos();
  }
}
