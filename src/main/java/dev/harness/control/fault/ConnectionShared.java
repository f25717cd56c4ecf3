package dev.harness.control.fault;

import dev.harness.run.port.DatabasePool;
import io.vertx.core.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** All users have the same connection at once, on which the statements of one follow another's. */
public final class ConnectionShared extends AlteredPool {
  private final AtomicReference<@Nullable Future<Connection>> one = new AtomicReference<>();

  public ConnectionShared(DatabasePool real) {
    super(real);
  }

  @Override
  public Future<Connection> acquire() {
    Future<Connection> known = one.get();
    if (known != null) {
      return known;
    }
    Future<Connection> mine = super.acquire().map(Shared::new);
    return one.compareAndSet(null, mine) ? mine : acquire();
  }

  /** Without transactions: one's would be all the others', too. */
  private static final class Shared extends AlteredConnection {
    Shared(Connection real) {
      super(real);
    }

    @Override
    public Future<Void> begin() {
      return Future.succeededFuture();
    }

    @Override
    public Future<Void> actAs(String user) {
      return sessionOf(user);
    }

    @Override
    public Future<Void> commit() {
      return Future.succeededFuture();
    }

    @Override
    public Future<Void> rollback() {
      return Future.succeededFuture();
    }

    @Override
    public Future<Void> release() {
      return Future.succeededFuture();
    }
  }
}
