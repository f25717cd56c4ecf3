package dev.harness.store;

import dev.harness.run.port.TargetUnreachableException;
import dev.harness.target.postgres.DatabaseCalls;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/** The schema in which runs are kept. It bears a mark, by which it is known for the harness's. */
final class StoreSchema {
  static final String NAME = "harness_history";

  /** Whoever changes the tables counts it up, and reads the older ones, too. */
  private static final String MARK = "runs kept by harness history, version 1";

  private static final String FOUND =
      "select coalesce(obj_description(oid, 'pg_namespace'), '') from pg_namespace"
          + " where nspname = '"
          + NAME
          + "'";

  private static final String CREATE =
      """
      create schema %1$s;
      comment on schema %1$s is '%2$s';
      create table %1$s.run (
        name text primary key,
        started text not null,
        status text not null,
        profile text not null,
        passed integer not null,
        checks integer not null,
        circumstances json not null);
      comment on table %1$s.run is 'a run each, by the name of its directory, which begins with its time';
      create table %1$s.figure (
        run text not null references %1$s.run on delete cascade,
        position integer not null,
        check_id text not null,
        metric text not null,
        value double precision not null,
        unit text not null,
        limit_value double precision,
        more_is_worse boolean not null,
        primary key (run, position));
      comment on table %1$s.figure is 'what was judged of a run, in the order of its report';
      """
          .formatted(NAME, MARK);

  private StoreSchema() {}

  /**
   * Whether it is there.
   *
   * @param at where, in words
   * @throws TargetUnreachableException where somebody else has a schema of that name, or a newer
   *     harness
   */
  static boolean exists(PgConnection connection, String at) {
    RowSet<Row> found =
        DatabaseCalls.await(connection.query(FOUND).execute(), "cannot read the catalogue" + at);
    if (found.size() == 0) {
      return false;
    }
    String mark = found.iterator().next().getString(0);
    if (!mark.equals(MARK)) {
      throw new TargetUnreachableException(
          "the schema \"%s\"%s is marked \"%s\", not \"%s\": it is left alone"
              .formatted(NAME, at, mark, MARK));
    }
    return true;
  }

  /** Creates it, in the transaction that the connection is in. */
  static void create(PgConnection connection, String at) {
    DatabaseCalls.await(
        connection.query(CREATE).execute(), "cannot create the schema \"" + NAME + "\"" + at);
  }
}
