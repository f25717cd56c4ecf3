package dev.harness.service;

import dev.harness.reference.SessionStore;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.PoolOptions;

/**
 * The pool behind the sessions, opened only where a database was configured.
 *
 * @param pool of connections that belong to nobody while they are in it
 * @param store that uses it
 */
record SessionDatabase(Pool pool, SessionStore store) implements AutoCloseable {

  /** Connects when the first session is asked for. */
  static SessionDatabase connect(Vertx vertx, DatabaseOptions options) {
    io.vertx.sqlclient.Pool plain =
        PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(options.connections()))
            .connectingTo(options.connect())
            .using(vertx)
            .build();
    Pool pool = Pool.newInstance(plain);
    return new SessionDatabase(pool, new SessionStore(pool, options.schema()));
  }

  @Override
  public void close() {
    pool.closeAndForget();
  }
}
