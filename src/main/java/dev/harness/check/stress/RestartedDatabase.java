package dev.harness.check.stress;

import dev.harness.check.operation.Ledger;
import dev.harness.measure.Outcome;
import dev.harness.measure.Resolution;
import dev.harness.pace.Constant;
import dev.harness.pace.Stages;
import dev.harness.plan.LoadProfile.Open;
import dev.harness.run.Rig;
import dev.harness.run.drive.Attempt;
import dev.harness.run.drive.Phase;
import dev.harness.run.port.DatabasePool;
import dev.harness.run.port.DatabaseTarget;
import io.vertx.core.Future;
import java.time.Duration;

/** Transactions on a PostgreSQL that is restarted in their middle. */
final class RestartedDatabase implements AutoCloseable {
  private static final String POOL = "harness-recovery";
  private static final int CONNECTIONS = 10;
  private static final int SLOTS = 500;
  private static final int USERS = 100;
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final Rig rig;
  private final DatabaseTarget database;
  private final DatabasePool pool;
  private final Ledger ledger;
  private volatile Future<Void> restart = Future.failedFuture("it was not asked for");

  RestartedDatabase(Rig rig, DatabaseTarget database) {
    this.rig = rig;
    this.database = database;
    this.pool = database.openPool(POOL, CONNECTIONS);
    this.ledger = Ledger.in(pool, rig);
  }

  /** One rate before the restart and after it; the first transaction after it asks for it. */
  Phase phase(double perSecond, Duration before, Duration after) {
    var undisturbed = new Constant(perSecond, before);
    long restarting = undisturbed.count();
    return new Phase(
        "database",
        new Open(Stages.of(undisturbed, new Constant(perSecond, after)), SLOTS),
        rig.users(USERS),
        Resolution.MICROSECONDS,
        TIMEOUT,
        attempt -> transaction(attempt, attempt.index() == restarting));
  }

  private Future<Outcome> transaction(Attempt attempt, boolean restarting) {
    if (restarting) {
      restart = database.restart();
    }
    return ledger.transaction(attempt);
  }

  /** Waits until the server is back, if it is not yet. */
  void awaitRestart() {
    rig.await(restart, "restarting PostgreSQL");
  }

  @Override
  public void close() {
    pool.close();
  }
}
