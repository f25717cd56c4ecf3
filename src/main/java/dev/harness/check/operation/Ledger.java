package dev.harness.check.operation;

import dev.harness.measure.Outcome;
import dev.harness.run.Rig;
import dev.harness.run.drive.Attempt;
import dev.harness.run.port.DatabasePool;
import dev.harness.run.port.DatabasePool.Connection;
import io.vertx.core.Future;

/** A table of users' entries, in the schema of the run, and what users do with it. */
public final class Ledger {
  private static final String CREATE =
      "create table if not exists ledger (id bigint generated always as identity primary key,"
          + " user_id text not null, entry text not null, amount int not null)";
  private static final String SEED =
      "insert into ledger (user_id, entry, amount)"
          + " select 'user-' || n % 100, 'seed', n from generate_series(1, 1000) n";
  private static final String INSERT =
      "insert into ledger (user_id, entry, amount) values ($1, $2, 1)";
  private static final String UPDATE =
      "update ledger set amount = amount + 1 where user_id = $1 and entry = $2";
  private static final String SELECT =
      "select amount from ledger where user_id = $1 and entry = $2";
  private static final String LOOK_UP = "select amount from ledger where id = $1";
  private static final String INDEX =
      "create index if not exists ledger_entry on ledger (user_id, entry)";
  private static final int SEEDED = 1_000;

  private final DatabasePool pool;

  private Ledger(DatabasePool pool) {
    this.pool = pool;
  }

  /** Creates the table, if no check has yet, and gives it a thousand entries. */
  public static Ledger in(DatabasePool pool, Rig rig) {
    rig.await(
        pool.execute(CREATE)
            .compose(done -> pool.execute(INDEX))
            .compose(done -> pool.execute(SEED)),
        "creating the table");
    return new Ledger(pool);
  }

  /** One prepared statement. */
  public Future<Outcome> lookUp(Attempt attempt) {
    return pool.execute(LOOK_UP, 1 + attempt.index() % SEEDED).map(Ledger::oneRow);
  }

  /** Insert, update and select of the user's own entry, in one transaction. */
  public Future<Outcome> transaction(Attempt attempt) {
    return pool.acquire()
        .compose(connection -> transaction(connection, attempt).eventually(connection::release));
  }

  private static Future<Outcome> transaction(Connection connection, Attempt attempt) {
    return connection
        .begin()
        .compose(begun -> entry(connection, attempt))
        .compose(outcome -> connection.commit().map(outcome));
  }

  /** The three statements of a transaction that somebody else begins and ends. */
  public static Future<Outcome> entry(Connection connection, Attempt attempt) {
    String user = attempt.context().userId();
    String entry = attempt.context().requestId();
    return connection
        .execute(INSERT, user, entry)
        .compose(inserted -> connection.execute(UPDATE, user, entry))
        .compose(updated -> connection.execute(SELECT, user, entry))
        .map(rows -> rows >= 1 ? Outcome.COMPLETED : Outcome.failed("own-entry-missing"));
  }

  private static Outcome oneRow(long rows) {
    return rows == 1 ? Outcome.COMPLETED : Outcome.failed("row-missing");
  }
}
