package dev.harness.check.database;

import static dev.harness.plan.threshold.DatabaseLimits.CONNECTION_CREATION;
import static dev.harness.plan.threshold.DatabaseLimits.QUERY;
import static dev.harness.plan.threshold.DatabaseLimits.REUSE;

import dev.harness.check.operation.Ledger;
import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.measure.Resolution;
import dev.harness.pace.Constant;
import dev.harness.plan.CheckId;
import dev.harness.plan.LoadProfile;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.LoadProfile.Open;
import dev.harness.plan.Suite;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.run.drive.Operation;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.DatabasePool;
import dev.harness.verdict.Criterion;
import java.time.Duration;
import java.util.List;

/** Fifty users who share a pool of ten connections. */
public final class PoolEfficiency implements Check {
  private static final int CONNECTIONS = 10;
  private static final int USERS = 50;
  private static final double CONNECTS_PER_SECOND = 80;
  private static final int WARM_UP_SLOTS = 8;
  private static final int WARM_UP_CONNECTS = 800;

  @Override
  public CheckId id() {
    return new CheckId(Suite.DATABASE, "pool-efficiency");
  }

  @Override
  public String load() {
    return "50 users share a pool of 10 connections";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(8, 13, 35);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(Criterion.key(REUSE), Criterion.key(QUERY), Criterion.key(CONNECTION_CREATION));
  }

  @Override
  public Findings run(Rig rig) {
    Figure connecting = connecting(rig);
    try (var session = new PoolSession(rig, "pool-efficiency", CONNECTIONS)) {
      Ledger ledger = Ledger.in(session.pool(), rig);
      Phase queries = queries(rig, ledger, rig.scaled(20_000, 60_000, 200_000));
      rig.warmUp(queries);
      PhaseResult result = rig.drive(queries);
      // The server counts from the pool's opening on: the warm-up's operations belong to it, too.
      double operations = 2.0 * result.counts().due();
      double established = session.end().counted().sessions();
      return Findings.NONE
          .with(REUSE, Figure.of(100 * (1 - established / operations), (long) operations))
          .with(QUERY, result.response().percentile(0.95))
          .with(CONNECTION_CREATION, connecting);
    }
  }

  private static Figure connecting(Rig rig) {
    try (DatabasePool pool = rig.targets().database().openPool("harness-connecting", 1)) {
      Operation connect = attempt -> pool.connectOnce().map(Outcome.COMPLETED);
      rig.warmUp(phase(rig, "connect", Closed.of(WARM_UP_SLOTS, WARM_UP_CONNECTS), connect));
      // At a pace that leaves the server time to end one session before the next begins.
      var arrivals = new Constant(CONNECTS_PER_SECOND, Duration.ofSeconds(rig.scaled(2, 5, 12)));
      return rig.drive(phase(rig, "connect", new Open(arrivals, CONNECTIONS), connect))
          .service()
          .percentile(0.95);
    }
  }

  private static Phase queries(Rig rig, Ledger ledger, int count) {
    return phase(rig, "query", Closed.of(USERS, count), ledger::lookUp);
  }

  private static Phase phase(Rig rig, String name, LoadProfile load, Operation operation) {
    return new Phase(
        name, load, rig.users(USERS), Resolution.MICROSECONDS, Duration.ofSeconds(10), operation);
  }
}
