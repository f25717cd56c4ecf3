package dev.harness.service;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;

/**
 * The schema behind the sessions, from before the first request until the service ends. One service
 * at a time holds it, by an advisory lock that the server takes back however the service ends: so
 * what a service left that was killed is replaced by the next, and what is somebody else's is left
 * alone.
 */
public final class OwnedSessions implements AutoCloseable {
  /** An arbitrary number that this class alone uses. */
  private static final long LOCK = 0x73657373696f6eL;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final DatabaseOptions options;
  private final Pool owner;

  private OwnedSessions(DatabaseOptions options, Pool owner) {
    this.options = options;
    this.owner = owner;
  }

  /**
   * Creates the schema. Blocks; call it on no event loop.
   *
   * @throws RuntimeException of the database client's, where that cannot be
   * @throws IllegalStateException where another service holds it
   */
  public static OwnedSessions create(Vertx vertx, DatabaseOptions options) {
    Pool owner =
        Pool.newInstance(
            PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(options.connectAsOwner())
                .using(vertx)
                .build());
    try {
      // The pool's one connection holds the lock as long as the pool is open.
      var locked = owner.query("select pg_try_advisory_lock(" + LOCK + ")").execute();
      if (!locked.await().atMost(PATIENCE).iterator().next().getBoolean(0)) {
        throw new IllegalStateException("another harness target keeps its sessions there");
      }
      options.schema().create(owner).await().atMost(PATIENCE);
      return new OwnedSessions(options, owner);
    } catch (RuntimeException e) {
      owner.closeAndForget();
      throw e;
    }
  }

  /** Drops the schema with all sessions. */
  @Override
  public void close() {
    try {
      options.schema().drop(owner).await().atMost(PATIENCE);
    } finally {
      owner.closeAndForget();
    }
  }
}
