package dev.harness.check.database;

import dev.harness.measure.Outcome;
import dev.harness.run.IsolationLog;
import dev.harness.run.Rig;
import dev.harness.run.drive.Attempt;
import dev.harness.run.drive.Operation;
import dev.harness.run.port.DatabasePool;
import dev.harness.run.port.DatabasePool.Connection;
import dev.harness.user.UserExecutionContext;
import dev.harness.user.UserPopulation;
import io.vertx.core.Future;
import java.util.List;

/**
 * A table of which row-level security shows everybody their own row, and what users do with it over
 * connections that they share. Each time that a connection comes out of the pool it is looked at
 * before it is told a user: whatever the one before left on it, it must show nobody's rows.
 */
record UserRows(DatabasePool pool, IsolationLog isolation, UserPopulation users)
    implements Operation {
  private static final String ME = "nullif(current_setting('app.user_id', true), '')";

  private static final List<String> TABLE =
      List.of(
          "create table if not exists user_row (owner text primary key, secret text not null)",
          "alter table user_row enable row level security",
          "alter table user_row force row level security",
          "drop policy if exists own_row on user_row",
          "create policy own_row on user_row using (owner = %1$s) with check (owner = %1$s)"
              .formatted(ME));

  /** Whoever owns a table, or may act as who does, can take its security away. */
  private static final String EXEMPTION =
      "select case when r.rolsuper then 'is a superuser'"
          + " when r.rolbypassrls then 'has the attribute BYPASSRLS'"
          + " when pg_has_role(c.relowner, 'usage') then 'owns the table'"
          + " else '' end"
          + " from pg_roles r, pg_class c"
          + " where r.rolname = current_user and c.oid = 'user_row'::regclass";

  private static final String LEFT_USER = "select current_setting('app.user_id', true)";
  private static final String WRITE =
      "insert into user_row (owner, secret) values ($1, $2)"
          + " on conflict (owner) do update set secret = excluded.secret";
  private static final String READ_ALL = "select secret from user_row";
  private static final String TOUCH =
      "update user_row set secret = secret where owner = $1 returning secret";
  private static final String NO_OWNER = "nobody-of-that-name";

  /**
   * Creates the table, under the role that owns it.
   *
   * @param owner a pool of that role
   */
  static void create(DatabasePool owner, Rig rig) {
    TABLE.forEach(statement -> rig.await(owner.execute(statement), "creating a table of users"));
  }

  /** Why row-level security proves nothing for the role of the pool; empty where it does. */
  String exemption(Rig rig) {
    Future<List<String>> answer =
        pool.acquire()
            .compose(connection -> connection.texts(EXEMPTION).eventually(connection::release));
    return rig.await(answer, "looking at the role of the application").get(0);
  }

  /** Writes the row that others are to look for: once for each user, before any looks. */
  Future<Outcome> prepare(Attempt attempt) {
    return pool.acquire()
        .compose(
            connection ->
                connection
                    .begin()
                    .compose(begun -> write(connection, attempt.context()))
                    .compose(written -> connection.commit())
                    .eventually(connection::release))
        .map(Outcome.COMPLETED);
  }

  @Override
  public Future<Outcome> fire(Attempt attempt) {
    return pool.acquire()
        .compose(connection -> use(connection, attempt).eventually(connection::release));
  }

  private Future<Outcome> use(Connection connection, Attempt attempt) {
    return nobodys(connection, attempt.context().requestId())
        .compose(clean -> transaction(connection, attempt).map(apart -> outcome(clean && apart)));
  }

  private static Outcome outcome(boolean apart) {
    return apart ? Outcome.COMPLETED : Outcome.failed("not-kept-apart");
  }

  /** The dirty-checkout probe, and the anonymous one. */
  private Future<Boolean> nobodys(Connection connection, String operation) {
    return connection
        .texts(LEFT_USER)
        .compose(
            left -> {
              boolean free = isolation.unowned(operation, "connection from the pool", left.get(0));
              return connection
                  .texts(READ_ALL)
                  .map(
                      rows ->
                          isolation.nobodys(operation, "rows read without a user", rows.toString())
                              && free);
            });
  }

  /** Every third is rolled back: what is left on a connection must not depend on how it ends. */
  private Future<Boolean> transaction(Connection connection, Attempt attempt) {
    UserExecutionContext user = attempt.context();
    return connection
        .begin()
        .compose(begun -> write(connection, user))
        .compose(written -> connection.texts(READ_ALL))
        .map(rows -> isolation.own(user, "rows of a select", rows.toString()))
        .compose(own -> absent(connection, attempt).map(absent -> own && absent))
        .compose(
            apart ->
                (attempt.index() % 3 == 2 ? connection.rollback() : connection.commit())
                    .map(apart));
  }

  private Future<Long> write(Connection connection, UserExecutionContext user) {
    return connection
        .actAs(user.userId())
        .compose(
            acting -> connection.execute(WRITE, user.userId(), isolation.canaryOf(user.userId())));
  }

  private Future<Boolean> absent(Connection connection, Attempt attempt) {
    UserExecutionContext user = attempt.context();
    String other = users.otherThan(user, attempt.index());
    return connection
        .texts(TOUCH, NO_OWNER)
        .compose(
            absent ->
                connection
                    .texts(TOUCH, other)
                    .map(
                        theirs ->
                            isolation.asIfAbsent(
                                user,
                                other,
                                "update of another's row",
                                theirs.toString(),
                                absent.toString())));
  }
}
