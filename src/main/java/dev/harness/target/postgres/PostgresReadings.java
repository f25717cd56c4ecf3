package dev.harness.target.postgres;

import dev.harness.plan.SourceMetric;
import dev.harness.run.port.NotAvailableException;
import dev.harness.run.port.ReadingSource;
import dev.harness.run.port.Readings;
import dev.harness.run.port.TargetUnreachableException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What a PostgreSQL server counts of one database. It is asked over one connection, to another
 * database where there is one that lets us in, so that to look is not counted. A connection that
 * breaks is made anew at the next look.
 */
public final class PostgresReadings implements ReadingSource {
  private static final String APPLICATION = "harness-monitor";
  private static final String ELSEWHERE = "postgres";
  private static final int PATIENCE_MILLIS = 2_000;

  /** A role that may not see a session sees that there is one, and nothing of what it does. */
  private static final String STATISTICS =
      "select xact_commit, xact_rollback, deadlocks, blks_hit, blks_read, sessions.*"
          + " from pg_stat_database, (select count(*),"
          + " count(*) filter (where state = 'active'),"
          + " count(*) filter (where state = 'idle'),"
          + " count(*) filter (where state like 'idle in transaction%'),"
          + " count(*) filter (where backend_type is null),"
          + " coalesce(1000 * max(extract(epoch from clock_timestamp() - xact_start)), 0)::float8"
          + " from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()"
          + " and coalesce(backend_type, 'client backend') = 'client backend') sessions"
          + " where datname = $1";

  private final Vertx vertx;
  private final DatabaseAddress address;
  private @Nullable PgConnection connection;
  private @Nullable Blocks before;

  /** Blocks of data that were asked for since the server began to count. */
  private record Blocks(long hit, long read) {}

  private PostgresReadings(Vertx vertx, DatabaseAddress address) {
    this.vertx = vertx;
    this.address = address;
  }

  /**
   * Readings of the database of that URL. Nothing is connected to yet.
   *
   * @throws IllegalArgumentException where the URL is none
   */
  public static ReadingSource of(Vertx vertx, String url) {
    return new PostgresReadings(vertx, DatabaseAddress.parse(url));
  }

  @Override
  public String name() {
    return "database " + address;
  }

  @Override
  public Readings read() {
    try {
      PgConnection open = connection();
      RowSet<Row> rows =
          await(open.preparedQuery(STATISTICS).execute(Tuple.of(address.database())));
      if (!rows.iterator().hasNext()) {
        throw new NotAvailableException("the server counts nothing of this database");
      }
      return readings(rows.iterator().next());
    } catch (TargetUnreachableException e) {
      close();
      throw new NotAvailableException(String.valueOf(e.getMessage()));
    }
  }

  private Readings readings(Row row) {
    Readings counted =
        Readings.NONE
            .with(SourceMetric.DB_COMMITS, row.getLong(0).doubleValue())
            .with(SourceMetric.DB_ROLLBACKS, row.getLong(1).doubleValue())
            .with(SourceMetric.DB_DEADLOCKS, row.getLong(2).doubleValue())
            .with(SourceMetric.DB_CACHE_HITS, cacheHits(new Blocks(row.getLong(3), row.getLong(4))))
            .with(SourceMetric.DB_CONNECTIONS, row.getLong(5).doubleValue());
    long hidden = row.getLong(9);
    return hidden > 0
        ? counted.without(
            ("states of connections and the oldest transaction are not available: role \"%s\" may"
                    + " not see %d sessions of others; grant it pg_read_all_stats")
                .formatted(address.user(), hidden))
        : counted
            .with(SourceMetric.DB_ACTIVE, row.getLong(6).doubleValue())
            .with(SourceMetric.DB_IDLE, row.getLong(7).doubleValue())
            .with(SourceMetric.DB_IDLE_IN_TRANSACTION, row.getLong(8).doubleValue())
            .with(SourceMetric.DB_OLDEST_TRANSACTION, row.getDouble(10));
  }

  /** Of those asked for since the last look; NaN where there were none. */
  private double cacheHits(Blocks now) {
    Blocks from = before;
    before = now;
    if (from == null) {
      return Double.NaN;
    }
    long hit = now.hit() - from.hit();
    long all = hit + now.read() - from.read();
    return all > 0 && hit >= 0 ? 100.0 * hit / all : Double.NaN;
  }

  private PgConnection connection() {
    if (connection == null) {
      connection = connected();
    }
    return connection;
  }

  private PgConnection connected() {
    try {
      return connected(address.inDatabase(ELSEWHERE));
    } catch (TargetUnreachableException e) {
      return connected(address);
    }
  }

  private PgConnection connected(DatabaseAddress to) {
    PgConnectOptions options =
        new PgConnectOptions(to.options())
            .setCachePreparedStatements(true)
            .addProperty("application_name", APPLICATION)
            .addProperty("statement_timeout", Integer.toString(PATIENCE_MILLIS));
    Future<PgConnection> connecting = PgConnection.connect(vertx, options).onSuccess(QuietLoss::of);
    try {
      return await(connecting);
    } catch (TargetUnreachableException e) {
      // It may yet come, when nobody waits for it any more.
      connecting.onSuccess(PgConnection::close);
      throw e;
    }
  }

  private static <T> T await(Future<T> future) {
    try {
      return future
          .recover(Forbidden::told)
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new TargetUnreachableException(DatabaseProblem.reason(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TargetUnreachableException("interrupted", e);
    }
  }

  @Override
  public void close() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }
}
