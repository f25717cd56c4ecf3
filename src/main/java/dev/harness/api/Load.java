package dev.harness.api;

import dev.harness.plan.scenario.ScenarioLoad;
import java.time.Duration;

/**
 * How the operations of an own check come.
 *
 * @param shape open or closed, and how long
 * @param users among whom operations are dealt out; at least 1
 * @param warmUp before it, whose figures are kept apart; 0 to an hour
 * @param timeout of one operation, from its intended time to its end; above 0, at most five minutes
 */
public record Load(ScenarioLoad shape, int users, Duration warmUp, Duration timeout) {
  private static final int USERS = 100;
  private static final Duration WARM_UP = Duration.ofSeconds(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration LONGEST_WARM_UP = Duration.ofHours(1);
  private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(5);

  public Load {
    if (users < 1) {
      throw new IllegalArgumentException("a load has at least 1 user, not " + users);
    }
    if (warmUp.isNegative() || warmUp.compareTo(LONGEST_WARM_UP) > 0) {
      throw new IllegalArgumentException("a warm-up lasts 0 to an hour, not " + warmUp);
    }
    if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
      throw new IllegalArgumentException(
          "a timeout is above 0 and at most 5 minutes, not " + timeout);
    }
  }

  /**
   * An open load: operations come at times of their own, as those of many users do, whether or not
   * what is under load keeps up. Of 100 users, after a second of warm-up.
   *
   * @param rate per second; above 0, at most 1,000,000
   */
  public static Load perSecond(double rate, Duration duration) {
    return of(new ScenarioLoad.AtOneRate(rate, true, duration));
  }

  /**
   * A closed load: so many at once, each after another has ended. Of 100 users, after a second of
   * warm-up.
   *
   * @param slots 1 to 100,000
   */
  public static Load atOnce(int slots, Duration duration) {
    return of(new ScenarioLoad.Closed(slots, duration, Duration.ZERO));
  }

  /** A ramp, a spike, or any other that a plan can have. */
  public static Load of(ScenarioLoad shape) {
    return new Load(shape, USERS, WARM_UP, TIMEOUT);
  }

  /** The same among so many users. */
  public Load among(int number) {
    return new Load(shape, number, warmUp, timeout);
  }

  /** The same after another warm-up. */
  public Load after(Duration time) {
    return new Load(shape, users, time, timeout);
  }

  /** The same with another timeout. */
  public Load within(Duration time) {
    return new Load(shape, users, warmUp, time);
  }
}
