package dev.harness.reference;

import dev.harness.user.UserExecutionContext;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.function.Function;

/** Runs work in a database as one user, who sees what is theirs and nothing else. */
public interface UserTransactions {

  /** One transaction, which is committed unless the work fails. */
  <T> Uni<T> run(UserExecutionContext context, Function<SqlConnection, Uni<T>> work);
}
