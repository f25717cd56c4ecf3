package dev.harness.control.fault;

import dev.harness.run.port.DatabasePool;
import dev.harness.service.fault.OneIn;
import io.vertx.core.Future;

/**
 * One transaction in five is said to be committed and stays open, on a connection that goes back to
 * the pool: until somebody else happens to end it. Transactions are begun by a statement, because a
 * client that knows of one ends it when the connection is given back.
 */
public final class TransactionsLeftOpen extends AlteredPool {
  private final OneIn five = new OneIn(5);

  public TransactionsLeftOpen(DatabasePool real) {
    super(real);
  }

  @Override
  public Future<Connection> acquire() {
    return super.acquire().map(Forgetting::new);
  }

  private final class Forgetting extends AlteredConnection {
    Forgetting(Connection real) {
      super(real);
    }

    @Override
    public Future<Void> begin() {
      return execute("begin").mapEmpty();
    }

    /** The server would tell the next to begin one, again and again; nobody reads that. */
    @Override
    public Future<Void> commit() {
      return execute(five.now() ? "set client_min_messages = error" : "commit").mapEmpty();
    }

    @Override
    public Future<Void> rollback() {
      return execute("rollback").mapEmpty();
    }
  }
}
