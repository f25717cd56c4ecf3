package dev.harness.target.postgres;

import dev.harness.run.port.TargetUnreachableException;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/**
 * The schema in which all work of a run happens, and nothing of a user's does. It bears a mark, and
 * one run at a time holds it: by an advisory lock, which the server gives back however the run
 * ends, so that a schema with the mark and without the lock is left over from a run that died.
 */
final class OwnSchema {
  static final String NAME = "harness";

  private static final String MARK = "work of the harness, dropped at the end of its run";

  /** An arbitrary number that this program alone uses. */
  private static final long LOCK = 0x6861726e657373L;

  private static final String FOUND =
      "select coalesce(obj_description(oid, 'pg_namespace'), '') from pg_namespace"
          + " where nspname = '"
          + NAME
          + "'";

  private final PgConnection connection;

  private OwnSchema(PgConnection connection) {
    this.connection = connection;
  }

  /**
   * Creates it, over a connection which it keeps.
   *
   * @throws TargetUnreachableException where it cannot be created; then the connection is closed
   */
  static OwnSchema create(PgConnection connection, DatabaseAddress address) {
    var schema = new OwnSchema(connection);
    try {
      schema.create(address);
      return schema;
    } catch (RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Takes it over another connection, after the server has ended the one that held it.
   *
   * @throws TargetUnreachableException where somebody else was quicker; then the connection is
   *     closed
   */
  static OwnSchema retake(PgConnection connection, DatabaseAddress address) {
    var schema = new OwnSchema(connection);
    try {
      schema.lock(" in " + address);
      return schema;
    } catch (RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private void lock(String at) {
    query("set client_min_messages = warning", "cannot work" + at);
    if (!first("select pg_try_advisory_lock(" + LOCK + ")", at).getBoolean(0)) {
      throw new TargetUnreachableException("another run of the harness is under way" + at);
    }
  }

  private void create(DatabaseAddress address) {
    String at = " in " + address;
    lock(at);
    RowSet<Row> found = query(FOUND, "cannot read the catalogue" + at);
    if (found.size() > 0) {
      if (!found.iterator().next().getString(0).equals(MARK)) {
        throw new TargetUnreachableException(
            "there is a schema \"%s\"%s that is not the harness's own; it is left alone"
                .formatted(NAME, at));
      }
      query("drop schema " + NAME + " cascade", "cannot drop what a run left over" + at);
    }
    // In one transaction: without its mark nobody would dare to drop it.
    query(
        "create schema %1$s; comment on schema %1$s is '%2$s'".formatted(NAME, MARK),
        "cannot create the schema \"" + NAME + "\"" + at);
  }

  /** Lets another role use what will be created in it. */
  void letIn(String role) {
    query(
        ("grant usage on schema %1$s to %2$s;"
                + " alter default privileges in schema %1$s"
                + " grant select, insert, update, delete on tables to %2$s")
            .formatted(NAME, '"' + role.replace("\"", "\"\"") + '"'),
        "cannot let the role \"" + role + "\" in");
  }

  PgConnection connection() {
    return connection;
  }

  /** Drops it with all that is in it, and closes the connection. */
  void drop() {
    try {
      query("drop schema if exists " + NAME + " cascade", "cannot drop the schema");
    } finally {
      DatabaseCalls.await(connection.close(), "cannot close the connection");
    }
  }

  private Row first(String sql, String at) {
    return query(sql, "cannot work" + at).iterator().next();
  }

  private RowSet<Row> query(String sql, String what) {
    Future<RowSet<Row>> rows = connection.query(sql).execute();
    return DatabaseCalls.await(rows, what);
  }
}
