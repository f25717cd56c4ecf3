package dev.harness.control.fault;

import dev.harness.run.port.DatabasePool;
import dev.harness.service.fault.OneIn;
import io.vertx.core.Future;

/** One user in a hundred is set for the session, and stays on the connection that is given back. */
public final class UserKept extends AlteredPool {
  private final OneIn hundred = new OneIn(100);

  public UserKept(DatabasePool real) {
    super(real);
  }

  @Override
  public Future<Connection> acquire() {
    return super.acquire().map(Keeping::new);
  }

  private final class Keeping extends AlteredConnection {
    Keeping(Connection real) {
      super(real);
    }

    @Override
    public Future<Void> actAs(String user) {
      return hundred.now() ? sessionOf(user) : super.actAs(user);
    }
  }
}
