package dev.harness.service;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;

/**
 * The schema behind the sessions, from before the first request until the service ends. What stands
 * under its name already is somebody else's, and left alone.
 */
public final class OwnedSessions implements AutoCloseable {
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
   */
  public static OwnedSessions create(Vertx vertx, DatabaseOptions options) {
    Pool owner =
        Pool.newInstance(
            PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(options.connect())
                .using(vertx)
                .build());
    try {
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
