package dev.harness.control.fault;

import dev.harness.run.port.DatabasePool;
import dev.harness.service.fault.OneIn;
import io.vertx.core.Future;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One connection in a hundred is not given back, as when one way out of a method forgets it. */
public final class ConnectionsKept extends AlteredPool {
  private final OneIn hundred = new OneIn(100);
  private final Queue<Connection> kept = new ConcurrentLinkedQueue<>();

  public ConnectionsKept(DatabasePool real) {
    super(real);
  }

  @Override
  public Future<Connection> acquire() {
    return super.acquire().map(Kept::new);
  }

  /** What was kept is let go once nobody looks any more: others need the room. */
  @Override
  public void close() {
    kept.forEach(Connection::release);
    super.close();
  }

  private final class Kept extends AlteredConnection {
    private final Connection real;

    Kept(Connection real) {
      super(real);
      this.real = real;
    }

    @Override
    public Future<Void> release() {
      if (hundred.now()) {
        kept.add(real);
        return Future.succeededFuture();
      }
      return super.release();
    }
  }
}
