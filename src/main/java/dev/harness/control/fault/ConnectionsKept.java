package dev.harness.control.fault;

import dev.harness.run.port.DatabasePool;
import io.vertx.core.Future;

/** One connection in a hundred is not given back, as when one way out of a method forgets it. */
public final class ConnectionsKept extends AlteredPool {
  private final OneIn hundred = new OneIn(100);

  public ConnectionsKept(DatabasePool real) {
    super(real);
  }

  @Override
  public Future<Connection> acquire() {
    return super.acquire().map(Kept::new);
  }

  private final class Kept extends AlteredConnection {
    Kept(Connection real) {
      super(real);
    }

    @Override
    public Future<Void> release() {
      return hundred.now() ? Future.succeededFuture() : super.release();
    }
  }
}
