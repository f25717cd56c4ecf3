package dev.harness.check.database;

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
import dev.harness.run.Rig;
import dev.harness.run.drive.Operation;
import dev.harness.run.drive.Phase;
import dev.harness.run.port.DatabaseTarget;
import dev.harness.run.port.DatabaseTarget.Held;
import dev.harness.run.port.DatabaseTarget.SessionState;
import dev.harness.run.port.HttpTarget;
import dev.harness.run.port.ServiceProcess;
import dev.harness.verdict.Criterion;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a service keeps of its database, seen by PostgreSQL. Its users come one after the other, so
 * that after each the service must hold nothing: a transaction that is still open then was left so,
 * and would be ended unseen by the next user of its connection. Nor does it need more connections
 * for them than one, and another while that is on its way back: those beyond were not given back.
 */
public final class ServiceConnections implements Check {
  private static final Metric KEPT =
      new Metric(
          "service_connections_kept",
          Unit.COUNT,
          "connections of the service beyond those that users one after the other need");
  private static final Metric SUCCESS =
      new Metric("service_session_success_rate", Unit.PERCENT, "users served / due");

  private static final long NEEDED = 2;
  private static final int USERS = 10;

  /** Of one user in a hundred several leave something, and not so many that none is served. */
  private static final int USERS_OF_A_ROUND = 400;

  private static final Duration SETTLES_WITHIN = Duration.ofSeconds(1);

  @Override
  public CheckId id() {
    return new CheckId(Suite.DATABASE, "service-connections");
  }

  @Override
  public String load() {
    return "users of a service one after the other, and what it holds in PostgreSQL after each";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(0, 4, 10);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.fixed(KEPT, Bound.AT_MOST, 0),
        Criterion.fixed(LeftBehind.TRANSACTIONS, Bound.AT_MOST, 0),
        Criterion.fixed(LeftBehind.LOCKS, Bound.AT_MOST, 0),
        Criterion.fixed(SUCCESS, Bound.AT_LEAST, 100));
  }

  @Override
  public Findings run(Rig rig) {
    DatabaseTarget database = rig.targets().database();
    var left = new ConcurrentHashMap<String, Held>();
    try (ServiceProcess service = rig.targets().sessionService();
        HttpTarget http = rig.targets().http(service, 1)) {
      var sessions = new UserSession(http, rig.isolation(), rig.users(USERS));
      rig.warmUp(oneByOne(rig, USERS, sessions::prepare));
      rig.await(look(database, left), "listing what is held");
      Phase round =
          oneByOne(
              rig,
              USERS_OF_A_ROUND,
              attempt ->
                  sessions.own(attempt).compose(outcome -> look(database, left).map(outcome)));
      int rounds = rig.scaled(1, 3, 10);
      long kept;
      do {
        rig.drive(round);
        kept = kept(rig, database);
        rounds--;
        // A service that keeps connections has none left before long, and serves nobody.
      } while (rounds > 0 && kept == 0);
      return new LeftBehind(List.copyOf(left.values()))
          .addTo(
              Findings.NONE
                  .with(KEPT, Figure.of((double) kept))
                  .with(SUCCESS, rig.result(round.name()).success()));
    }
  }

  private static Phase oneByOne(Rig rig, int count, Operation operation) {
    return new Phase(
        "users",
        Closed.of(1, count),
        rig.users(USERS),
        Resolution.MICROSECONDS,
        Duration.ofSeconds(5),
        operation);
  }

  /** Keeps the first thing of its kind that each connection was seen with. */
  private static Future<Void> look(DatabaseTarget database, Map<String, Held> left) {
    return database
        .held(ServiceProcess.CONNECTIONS)
        .onSuccess(
            held -> held.forEach(one -> left.putIfAbsent(one.kind() + " of " + one.pid(), one)))
        .mapEmpty();
  }

  /** One that is being replaced may be there for a moment longer. */
  private static long kept(Rig rig, DatabaseTarget database) {
    rig.holdsWithin(SETTLES_WITHIN, () -> beyondNeed(rig, database) == 0);
    return beyondNeed(rig, database);
  }

  private static long beyondNeed(Rig rig, DatabaseTarget database) {
    long open =
        rig.await(database.sessions(ServiceProcess.CONNECTIONS), "listing sessions").stream()
            .mapToLong(SessionState::count)
            .sum();
    return Math.max(0, open - NEEDED);
  }
}
