package dev.harness.reference;

import java.time.Duration;

/**
 * How many engines there may be and for how long.
 *
 * @param perUser engines that one user may have at once; at least 1
 * @param timeToLive age from which an engine is stale and may be evicted; more than zero
 */
public record EngineLimits(int perUser, Duration timeToLive) {
  /** Two engines a user, for as long as the longest request and its margin. */
  public static final EngineLimits DEFAULT = new EngineLimits(2, Duration.ofMinutes(2));

  /**
   * @throws IllegalArgumentException for a value out of its range
   */
  public EngineLimits {
    if (perUser < 1) {
      throw new IllegalArgumentException("perUser must be at least 1, not " + perUser);
    }
    if (timeToLive.isNegative() || timeToLive.isZero()) {
      throw new IllegalArgumentException("timeToLive must be more than zero, not " + timeToLive);
    }
  }
}
