package dev.harness.run.port;

import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Connections to a database, shared by users. */
public interface DatabasePool extends AutoCloseable {

  /** Connects and authenticates past the pool; done then, and disconnects afterwards. */
  Future<Void> connectOnce();

  /** Runs one prepared statement on any connection; done with the rows it gave or changed. */
  Future<Long> execute(String sql, Object... parameters);

  /** Takes a connection out of the pool, waiting for one if need be. */
  Future<Connection> acquire();

  /** Closes all its connections. */
  Future<Void> closeAll();

  /** Closes without waiting. */
  @Override
  void close();

  /**
   * What a statement gave.
   *
   * @param count of rows given or changed
   * @param json the rows given: an array of objects, by the names of the columns
   * @param whole whether all of them are in it
   */
  record Rows(int count, String json, boolean whole) {
    /** No more are read. */
    public static final int MOST = 10_000;

    /** Nor is another one once they have so many. */
    public static final int MOST_CHARACTERS = 4_000_000;
  }

  /** A connection that is out of the pool until it is released. */
  interface Connection {

    /** Runs one prepared statement; done with the rows it gave or changed. */
    Future<Long> execute(String sql, Object... parameters);

    /** The same; done with the first column of the rows, as text, and empty for null. */
    Future<List<String>> texts(String sql, Object... parameters);

    /**
     * Runs one prepared statement, and reads what rows it gives, up to a bound.
     *
     * <p>Fails with {@link RefusedStatementException} where the database says no.
     */
    Future<Rows> rows(String sql, List<@Nullable Object> parameters);

    Future<Void> begin();

    /**
     * Tells the server whose rows row-level security may show: until the transaction that was begun
     * ends, and no longer.
     */
    Future<Void> actAs(String user);

    Future<Void> commit();

    Future<Void> rollback();

    /** Gives it back. */
    Future<Void> release();
  }
}
