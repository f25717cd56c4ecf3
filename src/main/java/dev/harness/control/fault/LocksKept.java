package dev.harness.control.fault;

import dev.harness.run.port.DatabasePool;
import dev.harness.service.fault.OneIn;
import io.vertx.core.Future;
import java.util.concurrent.atomic.AtomicLong;

/** One connection in a hundred goes back with an advisory lock that nobody will ever release. */
public final class LocksKept extends AlteredPool {
  private final OneIn hundred = new OneIn(100);
  private final AtomicLong keys = new AtomicLong();

  public LocksKept(DatabasePool real) {
    super(real);
  }

  @Override
  public Future<Connection> acquire() {
    return super.acquire().map(Locking::new);
  }

  private final class Locking extends AlteredConnection {
    Locking(Connection real) {
      super(real);
    }

    @Override
    public Future<Void> release() {
      return hundred.now()
          ? execute("select pg_advisory_lock($1)", keys.incrementAndGet())
              .eventually(super::release)
              .mapEmpty()
          : super.release();
    }
  }
}
