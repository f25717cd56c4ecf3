package dev.harness.check.concurrency;

import dev.harness.check.operation.UserRequest;
import dev.harness.check.operation.UserSession;
import dev.harness.measure.Figure;
import dev.harness.measure.Resolution;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.plan.CheckId;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.Suite;
import dev.harness.plan.threshold.Bound;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.IsolationLog;
import dev.harness.run.Rig;
import dev.harness.run.drive.Operation;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.HttpTarget;
import dev.harness.run.port.ServiceProcess;
import dev.harness.verdict.Criterion;
import java.time.Duration;
import java.util.List;

/**
 * A thousand requests in flight from a hundred users, each with a secret of its own, and every
 * answer looked through for those of others. Meanwhile users ask for sessions of theirs, of others
 * and of nobody's; some requests are given up and broken off, so that their answers come when the
 * next users ask.
 */
public final class UserIsolation implements Check {
  private static final Metric SUCCESS =
      new Metric(
          "isolated_success_rate", Unit.PERCENT, "requests and session operations completed / due");
  private static final Metric IN_FLIGHT =
      new Metric("isolated_in_flight", Unit.COUNT, "requests in flight at once, sessions left out");

  private static final double LEAST_PROBES = 3_000;
  private static final double LEAST_SUCCESS_PERCENT = 95;
  private static final int REQUESTS = RequestLoad.CONNECTIONS;
  private static final int SESSION_SLOTS = 20;
  private static final int SESSION_OPERATIONS = 1_400;
  private static final int GIVEN_UP = 100;
  private static final int GIVING_UP = 50;
  private static final Duration PATIENCE = Duration.ofMillis(15);

  /** Beyond their patience, and into the requests that follow. */
  private static final int WORK_FOR_NOBODY_MILLIS = 80;

  @Override
  public CheckId id() {
    return new CheckId(Suite.CONCURRENCY, "user-isolation");
  }

  @Override
  public String load() {
    return "1,000 requests in flight and sessions of 100 users, each answer looked through";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(4, 6, 15);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        IsolationLog.NO_BREACH,
        Criterion.fixed(IsolationLog.PROBES, Bound.AT_LEAST, LEAST_PROBES),
        Criterion.fixed(IN_FLIGHT, Bound.AT_LEAST, REQUESTS),
        Criterion.fixed(SUCCESS, Bound.AT_LEAST, LEAST_SUCCESS_PERCENT));
  }

  @Override
  public Findings run(Rig rig) {
    return rig.targets()
        .database()
        .rowSecurityExemption()
        .map(UserIsolation::provesNothing)
        .orElseGet(() -> isolate(rig));
  }

  private static Findings provesNothing(String exemption) {
    Figure missing =
        Figure.missing("row-level security keeps no users apart: the role " + exemption);
    return Findings.NONE
        .with(IsolationLog.BREACHES, missing)
        .with(IsolationLog.PROBES, missing)
        .with(IN_FLIGHT, missing)
        .with(SUCCESS, missing);
  }

  private static Findings isolate(Rig rig) {
    try (ServiceProcess service = rig.targets().sessionService();
        HttpTarget http = rig.targets().http(service, REQUESTS + SESSION_SLOTS)) {
      var requests = new RequestLoad(rig, http);
      var sessions = new UserSession(http, rig.isolation(), rig.users(RequestLoad.USERS));
      requests.connect();
      rig.warmUp(sessions(rig, RequestLoad.USERS, sessions::prepare));
      for (int i = 0; i < rig.scaled(1, 5, 20); i++) {
        rig.driveApart(givenUp(rig, http));
        rig.driveTogether(
            List.of(
                requests.phase("requests", Closed.of(REQUESTS, 2 * REQUESTS)),
                sessions(rig, SESSION_OPERATIONS, sessions)));
      }
      PhaseResult all = rig.result("requests");
      return Findings.NONE
          .with(IN_FLIGHT, Figure.of(all.peakInFlight()))
          .with(SUCCESS, all.plus(rig.result("sessions")).success());
    }
  }

  private static Phase sessions(Rig rig, int count, Operation operation) {
    return new Phase(
        "sessions",
        Closed.of(SESSION_SLOTS, count),
        rig.users(RequestLoad.USERS),
        Resolution.MICROSECONDS,
        Duration.ofSeconds(10),
        operation);
  }

  private static Phase givenUp(Rig rig, HttpTarget http) {
    return new Phase(
        "given up",
        Closed.of(GIVING_UP, GIVEN_UP),
        rig.users(RequestLoad.USERS),
        Resolution.MICROSECONDS,
        PATIENCE,
        new UserRequest(http, rig.isolation(), WORK_FOR_NOBODY_MILLIS));
  }
}
