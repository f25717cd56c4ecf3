package dev.harness.service.fault;

import dev.harness.user.UserExecutionContext;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.function.Function;

/** The user of a database session: stays on its connection, whoever uses it next. */
final class SessionUser {
  private static final String SET_USER = "SELECT set_config('app.user_id', $1, false)";

  private SessionUser() {}

  static <T> Uni<T> runOn(
      SqlConnection connection,
      UserExecutionContext context,
      Function<SqlConnection, Uni<T>> work) {
    return connection
        .preparedQuery(SET_USER)
        .execute(Tuple.of(context.userId()))
        .chain(() -> work.apply(connection));
  }
}
