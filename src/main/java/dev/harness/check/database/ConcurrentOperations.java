package dev.harness.check.database;

import static dev.harness.plan.threshold.DatabaseLimits.CONCURRENT_CONNECTIONS;

import dev.harness.check.operation.Ledger;
import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.measure.Resolution;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.pace.Constant;
import dev.harness.plan.CheckId;
import dev.harness.plan.LoadProfile;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.LoadProfile.Open;
import dev.harness.plan.Suite;
import dev.harness.plan.threshold.Bound;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.run.drive.Operation;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.DatabaseTarget;
import dev.harness.run.port.DatabaseTarget.SessionState;
import dev.harness.verdict.Criterion;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A hundred users at work on sixty connections, while PostgreSQL is asked how many are busy. */
public final class ConcurrentOperations implements Check {
  private static final Metric SUCCESS =
      new Metric("database_success_rate", Unit.PERCENT, "transactions completed / due");

  private static final double LEAST_SUCCESS_PERCENT = 95;
  private static final int CONNECTIONS = 60;
  private static final int USERS = 100;
  private static final double LOOKS_PER_SECOND = 20;
  private static final String IDLE = "idle";

  @Override
  public CheckId id() {
    return new CheckId(Suite.DATABASE, "concurrent-operations");
  }

  @Override
  public String load() {
    return "100 users at work on 60 connections at once";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(3, 8, 23);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.key(CONCURRENT_CONNECTIONS),
        Criterion.fixed(SUCCESS, Bound.AT_LEAST, LEAST_SUCCESS_PERCENT),
        Criterion.fixed(LeftBehind.TRANSACTIONS, Bound.AT_MOST, 0));
  }

  @Override
  public Findings run(Rig rig) {
    DatabaseTarget database = rig.targets().database();
    if (database.connectionsAvailable() < CONNECTIONS) {
      Figure missing =
          Figure.missing(
              "the server has room for %d connections, %d are needed"
                  .formatted(database.connectionsAvailable(), CONNECTIONS));
      return Findings.NONE
          .with(CONCURRENT_CONNECTIONS, missing)
          .with(SUCCESS, missing)
          .with(LeftBehind.TRANSACTIONS, missing);
    }
    try (var session = new PoolSession(rig, "concurrent", CONNECTIONS)) {
      Ledger ledger = Ledger.in(session.pool(), rig);
      var busiest = new AtomicLong();
      Duration duration = Duration.ofSeconds(rig.scaled(2, 6, 20));
      PhaseResult work =
          rig.driveTogether(
                  List.of(
                      phase(rig, "work", Closed.lasting(USERS, duration), ledger::transaction),
                      phase(
                          rig,
                          "look",
                          new Open(new Constant(LOOKS_PER_SECOND, duration), 1),
                          attempt -> look(database, session.name(), busiest))))
              .get(0);
      LeftBehind leftBehind = session.leftBehind();
      session.end();
      return leftBehind.addTo(
          Findings.NONE
              .with(CONCURRENT_CONNECTIONS, Figure.of((double) busiest.get()))
              .with(SUCCESS, work.success()));
    }
  }

  private static Phase phase(Rig rig, String name, LoadProfile load, Operation operation) {
    return new Phase(
        name, load, rig.users(USERS), Resolution.MICROSECONDS, Duration.ofSeconds(10), operation);
  }

  private static Future<Outcome> look(DatabaseTarget database, String pool, AtomicLong busiest) {
    return database
        .sessions(pool)
        .map(
            states -> {
              long busy =
                  states.stream()
                      .filter(state -> !state.state().equals(IDLE))
                      .mapToLong(SessionState::count)
                      .sum();
              busiest.accumulateAndGet(busy, Math::max);
              return Outcome.COMPLETED;
            });
  }
}
