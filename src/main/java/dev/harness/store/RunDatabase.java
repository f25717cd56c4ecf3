package dev.harness.store;

import dev.harness.compare.StoredRun;
import dev.harness.run.port.TargetUnreachableException;
import dev.harness.target.postgres.DatabaseAddress;
import dev.harness.target.postgres.DatabaseCalls;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs in a PostgreSQL database, over one connection. Who adds or removes any waits until nobody
 * else does, and does all of it or nothing.
 */
public final class RunDatabase implements AutoCloseable {
  /** A history has so many runs, the newest; more stay where they are. */
  public static final int MOST = 1_000;

  private static final String APPLICATION = "harness-history";

  /** An arbitrary number that this class alone uses. */
  private static final long LOCK = 0x686973746f7279L;

  private static final String NEWEST =
      "select name from run order by name collate \"C\" desc limit ";
  private static final String RUNS =
      "select * from run where name in (" + NEWEST + MOST + ") order by name collate \"C\"";
  private static final String FIGURES =
      "select * from figure where run in (" + NEWEST + MOST + ") order by run, position";
  private static final String REMOVE =
      "delete from run where name not in (" + NEWEST + "$1) returning name";

  private final PgConnection connection;
  private final String at;

  private RunDatabase(PgConnection connection, DatabaseAddress address) {
    this.connection = connection;
    this.at = " in " + address;
  }

  /**
   * Connects. Nothing is created before there is something to keep.
   *
   * @throws IllegalArgumentException where the URL is none
   * @throws TargetUnreachableException where the database does not let us in
   */
  public static RunDatabase open(Vertx vertx, String url) {
    DatabaseAddress address = DatabaseAddress.parse(url);
    return new RunDatabase(
        DatabaseCalls.connect(vertx, address, APPLICATION, StoreSchema.NAME), address);
  }

  /**
   * What was done to the store.
   *
   * @param added names of runs that it has now
   * @param removed names of those that it had
   */
  public record Changes(List<String> added, List<String> removed) {}

  /**
   * Adds the runs that it does not have, and removes all but the newest of all. Where there is
   * nothing to do, nothing is written: a role that may only read can look at what there is.
   *
   * @param keep how many stay; null for all
   * @throws TargetUnreachableException where it cannot be done; then nothing was
   */
  public Changes update(List<StoredRun> runs, @Nullable Integer keep) {
    if (keep == null && missing(runs).isEmpty()) {
      return new Changes(List.of(), List.of());
    }
    Transaction transaction = DatabaseCalls.await(connection.begin(), "cannot begin" + at);
    try {
      call("select pg_advisory_xact_lock(" + LOCK + ")");
      if (!StoreSchema.exists(connection, at)) {
        StoreSchema.create(connection, at);
      }
      List<StoredRun> missing = missing(runs);
      missing.forEach(this::add);
      var added = new ArrayList<>(missing.stream().map(StoredRun::name).toList());
      var removed = new ArrayList<>(keep == null ? List.of() : names(call(REMOVE, keep)));
      DatabaseCalls.await(transaction.commit(), "cannot keep the runs" + at);
      // Too old to be kept, it was never there.
      Set<String> never = new HashSet<>(added);
      never.retainAll(removed);
      added.removeAll(never);
      removed.removeAll(never);
      return new Changes(added, removed);
    } catch (RuntimeException e) {
      transaction.rollback();
      throw e;
    }
  }

  /** The newest {@value #MOST}, in the order of time. */
  public List<StoredRun> runs() {
    if (!StoreSchema.exists(connection, at)) {
      return List.of();
    }
    var figures = RunRows.figures(call(FIGURES));
    return StreamSupport.stream(call(RUNS).spliterator(), false)
        .map(row -> RunRows.run(row, figures))
        .toList();
  }

  private List<StoredRun> missing(List<StoredRun> runs) {
    Set<String> there =
        StoreSchema.exists(connection, at)
            ? Set.copyOf(names(call("select name from run")))
            : Set.of();
    return runs.stream().filter(run -> !there.contains(run.name())).toList();
  }

  private void add(StoredRun run) {
    String what = "cannot keep run " + run.name() + at;
    DatabaseCalls.await(
        connection.preparedQuery(RunRows.INSERT_RUN).execute(RunRows.run(run)), what);
    List<Tuple> figures = RunRows.figures(run);
    if (!figures.isEmpty()) {
      DatabaseCalls.await(
          connection.preparedQuery(RunRows.INSERT_FIGURE).executeBatch(figures), what);
    }
  }

  private RowSet<Row> call(String sql, Object... values) {
    return DatabaseCalls.await(
        connection.preparedQuery(sql).execute(Tuple.from(values)), "cannot use the runs" + at);
  }

  private static List<String> names(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(row -> row.getString(0)).toList();
  }

  @Override
  public void close() {
    DatabaseCalls.await(connection.close(), "cannot close the connection" + at);
  }
}
