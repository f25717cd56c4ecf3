package dev.harness.service;

import dev.harness.reference.ScopedTransactions;
import dev.harness.reference.SessionStore;
import dev.harness.reference.UserTransactions;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.PoolOptions;
import java.util.function.Function;

/**
 * The pool behind the sessions, opened only where a database was configured.
 *
 * @param pool of connections that belong to nobody while they are in it
 * @param store that uses it
 */
public record SessionDatabase(Vertx vertx, DatabaseOptions options, Pool pool, SessionStore store)
    implements AutoCloseable {

  /** Connects when the first session is asked for. */
  static SessionDatabase connect(Vertx vertx, DatabaseOptions options) {
    return connect(vertx, options, new PoolOptions());
  }

  private static SessionDatabase connect(
      Vertx vertx, DatabaseOptions options, PoolOptions pooling) {
    Pool pool =
        Pool.newInstance(
            PgBuilder.pool()
                .with(pooling.setMaxSize(options.connections()))
                .connectingTo(options.connect())
                .using(vertx)
                .build());
    return new SessionDatabase(
        vertx, options, pool, new SessionStore(new ScopedTransactions(pool), options.schema()));
  }

  /** The same with other transactions on its pool. */
  public SessionDatabase with(Function<Pool, UserTransactions> transactions) {
    return new SessionDatabase(
        vertx, options, pool, new SessionStore(transactions.apply(pool), options.schema()));
  }

  /** The same with a pool that behaves otherwise, in place of this one, which is closed. */
  public SessionDatabase pooledBy(PoolOptions pooling) {
    close();
    return connect(vertx, options, pooling);
  }

  @Override
  public void close() {
    pool.closeAndForget();
  }
}
