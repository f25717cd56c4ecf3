package dev.harness.control.fault;

import dev.harness.run.port.DatabasePool;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A real pool, whose connections may be changed. */
abstract class AlteredPool implements DatabasePool {
  private final DatabasePool real;

  AlteredPool(DatabasePool real) {
    this.real = real;
  }

  @Override
  public Future<Void> connectOnce() {
    return real.connectOnce();
  }

  @Override
  public Future<Long> execute(String sql, Object... parameters) {
    return real.execute(sql, parameters);
  }

  @Override
  public Future<Connection> acquire() {
    return real.acquire();
  }

  @Override
  public Future<Void> closeAll() {
    return real.closeAll();
  }

  @Override
  public void close() {
    real.close();
  }

  /** A real connection, of which something may be changed. */
  static class AlteredConnection implements Connection {
    private final Connection real;

    AlteredConnection(Connection real) {
      this.real = real;
    }

    /** The user of the whole session, and not only of the transaction. */
    final Future<Void> sessionOf(String user) {
      return execute("select set_config('app.user_id', $1, false)", user).mapEmpty();
    }

    @Override
    public Future<Long> execute(String sql, Object... parameters) {
      return real.execute(sql, parameters);
    }

    @Override
    public Future<List<String>> texts(String sql, Object... parameters) {
      return real.texts(sql, parameters);
    }

    @Override
    public Future<Rows> rows(String sql, List<@Nullable Object> parameters) {
      return real.rows(sql, parameters);
    }

    @Override
    public Future<Void> actAs(String user) {
      return real.actAs(user);
    }

    @Override
    public Future<Void> begin() {
      return real.begin();
    }

    @Override
    public Future<Void> commit() {
      return real.commit();
    }

    @Override
    public Future<Void> rollback() {
      return real.rollback();
    }

    @Override
    public Future<Void> release() {
      return real.release();
    }
  }
}
