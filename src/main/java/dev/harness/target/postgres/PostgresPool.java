package dev.harness.target.postgres;

import dev.harness.run.port.DatabasePool;
import dev.harness.run.port.RefusedStatementException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A pool of the Vert.x PostgreSQL client. */
final class PostgresPool implements DatabasePool {
  private static final String ACT_AS = "select set_config('app.user_id', $1, true)";

  private final Vertx vertx;
  private final PgConnectOptions options;
  private final Pool pool;

  PostgresPool(Vertx vertx, PgConnectOptions options, int size) {
    this.vertx = vertx;
    this.options = options;
    this.pool =
        PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(size))
            .connectingTo(options)
            .using(vertx)
            .build();
  }

  @Override
  public Future<Void> connectOnce() {
    return PgConnection.connect(vertx, options).onSuccess(PgConnection::close).mapEmpty();
  }

  @Override
  public Future<Long> execute(String sql, Object... parameters) {
    return pool.preparedQuery(sql)
        .execute(Tuple.wrap(parameters))
        .map(rows -> (long) rows.rowCount());
  }

  @Override
  public Future<Connection> acquire() {
    return pool.getConnection().onSuccess(QuietLoss::of).map(PooledConnection::new);
  }

  @Override
  public Future<Void> closeAll() {
    return pool.close();
  }

  @Override
  public void close() {
    pool.close();
  }

  private static final class PooledConnection implements Connection {
    private final SqlConnection connection;
    private @Nullable Transaction transaction;

    PooledConnection(SqlConnection connection) {
      this.connection = connection;
    }

    @Override
    public Future<Long> execute(String sql, Object... parameters) {
      return connection
          .preparedQuery(sql)
          .execute(Tuple.wrap(parameters))
          .map(rows -> (long) rows.rowCount());
    }

    @Override
    public Future<List<String>> texts(String sql, Object... parameters) {
      return connection
          .preparedQuery(sql)
          .execute(Tuple.wrap(parameters))
          .map(
              rows -> {
                var texts = new ArrayList<String>();
                rows.forEach(row -> texts.add(Objects.toString(row.getValue(0), "")));
                return texts;
              });
    }

    @Override
    public Future<Rows> rows(String sql, List<@Nullable Object> parameters) {
      return connection
          .preparedQuery(sql)
          .collecting(RowsText.collector())
          .execute(Tuple.wrap(new ArrayList<>(parameters)))
          .map(result -> result.value().of(result.rowCount()))
          .recover(
              no ->
                  Future.failedFuture(
                      no instanceof PgException refused
                          ? new RefusedStatementException(refused.getSqlState(), refused)
                          : no));
    }

    @Override
    public Future<Void> actAs(String user) {
      return execute(ACT_AS, user).mapEmpty();
    }

    @Override
    public Future<Void> begin() {
      return connection
          .begin()
          .map(
              begun -> {
                transaction = begun;
                return null;
              });
    }

    @Override
    public Future<Void> commit() {
      return current().commit();
    }

    @Override
    public Future<Void> rollback() {
      return current().rollback();
    }

    @Override
    public Future<Void> release() {
      return connection.close();
    }

    private Transaction current() {
      if (transaction == null) {
        throw new IllegalStateException("no transaction was begun");
      }
      return transaction;
    }
  }
}
