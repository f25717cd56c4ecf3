package dev.harness.run.drive;

import dev.harness.measure.Resolution;
import dev.harness.plan.LoadProfile;
import dev.harness.user.UserPopulation;
import java.time.Duration;

/**
 * One load on one operation.
 *
 * @param name as reports call it
 * @param timeout from the intended time of an operation to its end; above 0, at most five minutes
 */
public record Phase(
    String name,
    LoadProfile load,
    UserPopulation users,
    Resolution resolution,
    Duration timeout,
    Operation operation) {
  /** Bounds the windows that are open at once, which each hold histograms. */
  private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(5);

  public Phase {
    if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
      throw new IllegalArgumentException(
          "a timeout is above 0 and at most 5 minutes, not " + timeout);
    }
  }

  /** The same under another name: how rounds of one load are told apart. */
  public Phase named(String other) {
    return new Phase(other, load, users, resolution, timeout, operation);
  }
}
