package dev.harness.service.fault;

import dev.harness.reference.UserTransactions;
import dev.harness.user.UserExecutionContext;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.function.Function;

/** One connection for all: who sets the user while another works on it changes the other's, too. */
final class SharedConnection implements UserTransactions {
  private final Uni<SqlConnection> shared;

  SharedConnection(Pool pool) {
    this.shared = pool.getConnection().memoize().indefinitely();
  }

  @Override
  public <T> Uni<T> run(UserExecutionContext context, Function<SqlConnection, Uni<T>> work) {
    return shared.chain(connection -> SessionUser.runOn(connection, context, work));
  }
}
