package dev.harness.check.database;

import static dev.harness.plan.threshold.DatabaseLimits.LEAKS;

import dev.harness.check.operation.Ledger;
import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
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
import dev.harness.run.drive.Attempt;
import dev.harness.run.drive.Operation;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.DatabasePool;
import dev.harness.run.port.DatabasePool.Connection;
import dev.harness.verdict.Criterion;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Cycles of acquire, work, fail and release. Afterwards all connections are drawn from the pool at
 * once: those that do not come are lost.
 */
public final class ConnectionLeaks implements Check {
  private static final Metric LOST =
      new Metric(
          "connection_leaks",
          Unit.COUNT,
          "connections that cannot be acquired, stay behind, or were abandoned");

  private static final int CONNECTIONS = 20;
  private static final int USERS = 100;
  private static final Duration DRAINS_WITHIN = Duration.ofSeconds(2);
  private static final String FAILING = "select 1 / (select 0)";

  @Override
  public CheckId id() {
    return new CheckId(Suite.DATABASE, "connection-leaks");
  }

  @Override
  public String load() {
    return "cycles of acquire, work, fail and release, then a drain probe";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(1, 2, 10);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.key(LEAKS),
        Criterion.fixed(LeftBehind.TRANSACTIONS, Bound.AT_MOST, 0),
        Criterion.fixed(LeftBehind.LOCKS, Bound.AT_MOST, 0));
  }

  @Override
  public Findings run(Rig rig) {
    try (var session = new PoolSession(rig, "leaks", CONNECTIONS)) {
      DatabasePool pool = session.pool();
      Ledger.in(pool, rig);
      rig.drive(
          phase(
              rig,
              "cycle",
              Closed.of(CONNECTIONS, rig.scaled(1_000, 5_000, 20_000)),
              attempt -> cycle(pool, attempt)));
      LeftBehind leftBehind = session.leftBehind();
      long drawn = drain(rig, pool);
      PoolSession.Closed closed = session.end();
      double lost = CONNECTIONS - drawn + closed.sessionsLeft() + closed.counted().abandoned();
      double opened = Math.max(CONNECTIONS, closed.counted().sessions());
      return leftBehind.addTo(
          Findings.NONE
              .with(LEAKS, Figure.of(100 * lost / opened, (long) opened))
              .with(LOST, Figure.of(lost)));
    }
  }

  /** Every third fails in the middle of its transaction. */
  private static Future<Outcome> cycle(DatabasePool pool, Attempt attempt) {
    boolean fails = attempt.index() % 3 == 2;
    return pool.acquire()
        .compose(
            connection ->
                connection
                    .begin()
                    .compose(begun -> Ledger.entry(connection, attempt))
                    .compose(outcome -> fails ? failing(connection) : ending(connection, outcome))
                    .eventually(connection::release));
  }

  private static Future<Outcome> ending(Connection connection, Outcome outcome) {
    return connection.commit().map(outcome);
  }

  /** Completed if it fails as it should, and the transaction can be rolled back. */
  private static Future<Outcome> failing(Connection connection) {
    return connection
        .execute(FAILING)
        .map(Outcome.failed("did-not-fail"))
        .recover(expected -> rolledBack(connection));
  }

  /** The client rolls back by itself where a statement fails; then there is nothing left to do. */
  private static Future<Outcome> rolledBack(Connection connection) {
    return connection.rollback().otherwiseEmpty().map(Outcome.COMPLETED);
  }

  /** Connections that can be drawn at once; all are given back. */
  private static long drain(Rig rig, DatabasePool pool) {
    var drawn = new ConcurrentLinkedQueue<Connection>();
    Operation draw = attempt -> pool.acquire().onSuccess(drawn::add).map(Outcome.COMPLETED);
    PhaseResult result =
        rig.drive(
            new Phase(
                "drain",
                Closed.of(CONNECTIONS, CONNECTIONS),
                rig.users(USERS),
                Resolution.MICROSECONDS,
                DRAINS_WITHIN,
                draw));
    rig.await(
        Future.join(drawn.stream().map(Connection::release).toList()), "releasing connections");
    return result.counts().completed();
  }

  private static Phase phase(Rig rig, String name, Closed load, Operation operation) {
    return new Phase(
        name, load, rig.users(USERS), Resolution.MICROSECONDS, Duration.ofSeconds(10), operation);
  }
}
