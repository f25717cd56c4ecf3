package dev.harness.service.fault;

import dev.harness.reference.ScopedTransactions;
import dev.harness.reference.UserTransactions;
import dev.harness.user.UserExecutionContext;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.function.Function;

/** Begins each transaction, and gives some connections back without having ended theirs. */
final class OpenTransactions implements UserTransactions {
  private final Pool pool;
  private final UserTransactions honest;
  private final OneIn transactions = new OneIn(100);

  OpenTransactions(Pool pool) {
    this.pool = pool;
    this.honest = new ScopedTransactions(pool);
  }

  @Override
  public <T> Uni<T> run(UserExecutionContext context, Function<SqlConnection, Uni<T>> work) {
    return transactions.now()
        ? pool.withConnection(connection -> beginOn(connection, context, work))
        : honest.run(context, work);
  }

  /** As text: a transaction that the client knows of would be rolled back. */
  private static <T> Uni<T> beginOn(
      SqlConnection connection,
      UserExecutionContext context,
      Function<SqlConnection, Uni<T>> work) {
    return connection
        .query("BEGIN")
        .execute()
        .chain(() -> ScopedTransactions.runOn(connection, context, work));
  }
}
