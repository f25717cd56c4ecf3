package dev.harness.service.fault;

import dev.harness.reference.UserTransactions;
import dev.harness.user.UserExecutionContext;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.function.Function;

/** Sets the user for the session, and some transactions take the session for theirs as it is. */
final class UserPerSession implements UserTransactions {
  private final Pool pool;
  private final OneIn transactions = new OneIn(100);

  UserPerSession(Pool pool) {
    this.pool = pool;
  }

  @Override
  public <T> Uni<T> run(UserExecutionContext context, Function<SqlConnection, Uni<T>> work) {
    return transactions.now()
        ? pool.withConnection(work)
        : pool.withConnection(connection -> SessionUser.runOn(connection, context, work));
  }
}
