package dev.harness.reference;

import dev.harness.user.UserExecutionContext;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;
import java.util.function.Function;

/**
 * Users' sessions in PostgreSQL. Each operation is one transaction that first says whose it is, for
 * itself only: a connection goes back to the pool without a user. The statements never name the
 * user: the table's policy alone keeps users apart, so it is the policy that a check puts to the
 * test.
 */
public final class SessionStore {
  private static final String SET_USER = "SELECT set_config('app.user_id', $1, true)";

  private final Pool pool;
  private final String put;
  private final String get;
  private final String delete;

  /** A store in a schema that exists, on a pool that its giver closes. */
  public SessionStore(Pool pool, SessionSchema schema) {
    this.pool = pool;
    this.put =
        "INSERT INTO "
            + schema.table()
            + " (key, value) VALUES ($1, $2)"
            + " ON CONFLICT (user_id, key) DO UPDATE SET value = excluded.value";
    this.get = "SELECT value FROM " + schema.table() + " WHERE key = $1";
    this.delete = "DELETE FROM " + schema.table() + " WHERE key = $1";
  }

  /** Keeps a value under a key of the user's, in place of the one that was there. */
  public Uni<Void> put(UserExecutionContext context, String key, String value) {
    return as(context, connection -> execute(connection, put, Tuple.of(key, value)))
        .replaceWithVoid();
  }

  /** The value under a key of the user's; another user's key is like one that does not exist. */
  public Uni<Optional<String>> get(UserExecutionContext context, String key) {
    return as(context, connection -> execute(connection, get, Tuple.of(key)))
        .map(SessionStore::firstValue);
  }

  /** Forgets a key of the user's; false where there was none. */
  public Uni<Boolean> delete(UserExecutionContext context, String key) {
    return as(context, connection -> execute(connection, delete, Tuple.of(key)))
        .map(rows -> rows.rowCount() > 0);
  }

  private <T> Uni<T> as(UserExecutionContext context, Function<SqlConnection, Uni<T>> work) {
    return pool.withTransaction(
        connection ->
            execute(connection, SET_USER, Tuple.of(context.userId()))
                .chain(() -> work.apply(connection)));
  }

  private static Uni<RowSet<Row>> execute(SqlConnection connection, String sql, Tuple values) {
    return connection.preparedQuery(sql).execute(values);
  }

  private static Optional<String> firstValue(RowSet<Row> rows) {
    for (Row row : rows) {
      return Optional.of(row.getString(0));
    }
    return Optional.empty();
  }
}
