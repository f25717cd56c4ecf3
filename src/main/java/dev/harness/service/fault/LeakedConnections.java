package dev.harness.service.fault;

import dev.harness.reference.ScopedTransactions;
import dev.harness.reference.UserTransactions;
import dev.harness.user.UserExecutionContext;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.function.Function;

/** Commits each transaction, and gives some connections back to nobody. */
final class LeakedConnections implements UserTransactions {
  private final Pool pool;
  private final UserTransactions honest;
  private final OneIn transactions = new OneIn(100);

  LeakedConnections(Pool pool) {
    this.pool = pool;
    this.honest = new ScopedTransactions(pool);
  }

  @Override
  public <T> Uni<T> run(UserExecutionContext context, Function<SqlConnection, Uni<T>> work) {
    return transactions.now()
        ? pool.getConnection().chain(connection -> commitOn(connection, context, work))
        : honest.run(context, work);
  }

  private static <T> Uni<T> commitOn(
      SqlConnection connection,
      UserExecutionContext context,
      Function<SqlConnection, Uni<T>> work) {
    return connection
        .begin()
        .chain(
            transaction ->
                ScopedTransactions.runOn(connection, context, work)
                    .onItem()
                    .call(transaction::commit));
  }
}
