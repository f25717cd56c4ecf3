package dev.harness.control.fault;

import dev.harness.run.port.DatabasePool;
import dev.harness.service.fault.OneIn;
import io.vertx.core.Future;

/**
 * No fault: the server ends one session in a hundred as it is given back, as a proxy does with
 * connections that have become too old, and the pool puts another in its place.
 */
public final class ConnectionsRecycled extends AlteredPool {
  private static final String END = "select pg_terminate_backend(pg_backend_pid())";

  private final OneIn hundred = new OneIn(100);

  public ConnectionsRecycled(DatabasePool real) {
    super(real);
  }

  @Override
  public Future<Connection> acquire() {
    return super.acquire().map(Recycled::new);
  }

  private final class Recycled extends AlteredConnection {
    Recycled(Connection real) {
      super(real);
    }

    /** The statement fails with the session that it ends. */
    @Override
    public Future<Void> release() {
      return hundred.now()
          ? execute(END).otherwiseEmpty().eventually(super::release).mapEmpty()
          : super.release();
    }
  }
}
