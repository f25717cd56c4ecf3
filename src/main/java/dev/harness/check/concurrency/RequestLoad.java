package dev.harness.check.concurrency;

import static dev.harness.plan.threshold.ConcurrentRequestLimits.P50;
import static dev.harness.plan.threshold.ConcurrentRequestLimits.P95;
import static dev.harness.plan.threshold.ConcurrentRequestLimits.P99;
import static dev.harness.plan.threshold.ConcurrentRequestLimits.SUCCESS_RATE;

import dev.harness.check.operation.UserRequest;
import dev.harness.measure.Resolution;
import dev.harness.plan.LoadProfile;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.HttpTarget;
import java.time.Duration;

/** Requests of a hundred users, however they come. */
record RequestLoad(Rig rig, HttpTarget http) {
  static final int CONNECTIONS = 1_000;

  /** In a burst, long enough that the first answer comes after the last request has gone out. */
  private static final int WORK_MILLIS = 30;

  static final int USERS = 100;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** Opens connections, no more at once than is configured, and lets both sides get going. */
  void connect() {
    rig.warmUp(phase("connect", Closed.of(rig.configuration().batchSize(), CONNECTIONS)));
  }

  Phase phase(String name, LoadProfile load) {
    return new Phase(
        name,
        load,
        rig.users(USERS),
        Resolution.MICROSECONDS,
        TIMEOUT,
        new UserRequest(http, rig.isolation(), WORK_MILLIS));
  }

  /** What the users saw: how many were served, and how long it took from when they wanted it. */
  static Findings seen(PhaseResult all) {
    return Findings.NONE
        .with(SUCCESS_RATE, all.success())
        .with(P50, all.response().percentile(0.50))
        .with(P95, all.response().percentile(0.95))
        .with(P99, all.response().percentile(0.99));
  }
}
