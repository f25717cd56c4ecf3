package dev.harness.pace;

import java.time.Duration;

/** What rates and durations may be, for all shapes of load alike. */
final class Bounds {
  static final double NANOS_PER_SECOND = 1e9;
  private static final double MOST_PER_SECOND = 1e6;
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final Duration LONGEST_THINK_TIME = Duration.ofHours(1);

  private Bounds() {}

  /** A rate at which something comes. */
  static void requireRate(double perSecond) {
    if (!(perSecond > 0 && perSecond <= MOST_PER_SECOND)) {
      throw new IllegalArgumentException(
          "a rate is above 0 and at most 1,000,000/s, not " + perSecond);
    }
  }

  /** An end of a ramp: a rate, or nothing yet, or nothing more. */
  static void requireRateOrNone(double perSecond) {
    if (!(perSecond >= 0 && perSecond <= MOST_PER_SECOND)) {
      throw new IllegalArgumentException("a ramp's rate is 0 to 1,000,000/s, not " + perSecond);
    }
  }

  static void requireDuration(Duration duration) {
    if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "a load lasts more than 0 and at most 7 days, not " + duration);
    }
  }

  /** Stages may take no time, as a burst does, but together not longer than one load. */
  static void requireNotTooLong(long nanos) {
    if (nanos > LONGEST.toNanos()) {
      throw new IllegalArgumentException(
          "stages last at most 7 days together, not " + Duration.ofNanos(nanos));
    }
  }

  static void requireThinkTime(Duration time) {
    if (time.isNegative() || time.compareTo(LONGEST_THINK_TIME) > 0) {
      throw new IllegalArgumentException("a think time is 0 to 1 hour, not " + time);
    }
  }

  /** Operations that come at that mean rate: the nearest whole number, and one at least. */
  static long count(double perSecond, Duration duration) {
    return Math.max(1, Math.round(perSecond * duration.toNanos() / NANOS_PER_SECOND));
  }
}
