package dev.harness.check.operation;

import dev.harness.measure.Resolution;
import dev.harness.pace.Arrivals;
import dev.harness.plan.LoadProfile.Open;
import dev.harness.run.Rig;
import dev.harness.run.drive.Phase;
import dev.harness.run.port.HttpTarget;
import java.time.Duration;

/** Requests of a hundred users that come whether or not the service keeps up. */
public record LoadTarget(Rig rig, HttpTarget http) {
  /** A sustained load, in requests per second; spikes and ramps go to ten times as much. */
  public static final double SUSTAINED_PER_SECOND = 100;

  public static final double HIGHEST_PER_SECOND = 1_000;
  public static final int CONNECTIONS = 500;

  private static final int USERS = 100;
  private static final int WORK_MILLIS = 10;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  public Phase phase(String name, Arrivals arrivals) {
    return new Phase(
        name,
        new Open(arrivals, CONNECTIONS),
        rig.users(USERS),
        Resolution.MICROSECONDS,
        TIMEOUT,
        new UserRequest(http, rig.isolation(), WORK_MILLIS));
  }
}
