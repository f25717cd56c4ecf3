package dev.harness.reference;

import dev.harness.user.UserExecutionContext;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.function.Function;

/**
 * Each transaction says first whose it is, for itself only: a connection goes back to the pool
 * without a user.
 */
public record ScopedTransactions(Pool pool) implements UserTransactions {
  private static final String SET_USER = "SELECT set_config('app.user_id', $1, true)";

  @Override
  public <T> Uni<T> run(UserExecutionContext context, Function<SqlConnection, Uni<T>> work) {
    return pool.withTransaction(connection -> runOn(connection, context, work));
  }

  /** Says whose transaction it is, and works in it; it has begun, and the caller ends it. */
  public static <T> Uni<T> runOn(
      SqlConnection connection,
      UserExecutionContext context,
      Function<SqlConnection, Uni<T>> work) {
    return connection
        .preparedQuery(SET_USER)
        .execute(Tuple.of(context.userId()))
        .chain(() -> work.apply(connection));
  }
}
