package dev.harness.reference;

import dev.harness.user.UserExecutionContext;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;

/**
 * Users' sessions in PostgreSQL. Each operation is one transaction of its user's. The statements
 * never name the user: the table's policy alone keeps users apart, so it is the policy that a check
 * puts to the test.
 */
public final class SessionStore {
  private final UserTransactions transactions;
  private final String put;
  private final String get;
  private final String delete;

  /** A store in a schema that exists. */
  public SessionStore(UserTransactions transactions, SessionSchema schema) {
    this.transactions = transactions;
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
    return transactions
        .run(context, connection -> execute(connection, put, Tuple.of(key, value)))
        .replaceWithVoid();
  }

  /** The value under a key of the user's; another user's key is like one that does not exist. */
  public Uni<Optional<String>> get(UserExecutionContext context, String key) {
    return transactions
        .run(context, connection -> execute(connection, get, Tuple.of(key)))
        .map(SessionStore::firstValue);
  }

  /** Forgets a key of the user's; false where there was none. */
  public Uni<Boolean> delete(UserExecutionContext context, String key) {
    return transactions
        .run(context, connection -> execute(connection, delete, Tuple.of(key)))
        .map(rows -> rows.rowCount() > 0);
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
