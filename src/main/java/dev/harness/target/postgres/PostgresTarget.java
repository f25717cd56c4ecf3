package dev.harness.target.postgres;

import dev.harness.run.port.DatabasePool;
import dev.harness.run.port.DatabaseTarget;
import dev.harness.run.port.TargetUnreachableException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL database and, in it, the harness's own schema. Two connections of its own stay open:
 * one holds the schema, the other reads the server's counters, from another database where there is
 * one that lets it in, so that reading is not counted.
 */
public final class PostgresTarget implements DatabaseTarget {
  private static final String CONTROL_NAME = "harness-control";

  private static final String COUNTERS =
      "select sessions, sessions_abandoned, xact_commit from pg_stat_database where datname = $1";
  private static final String SESSIONS =
      "select coalesce(state, 'unknown'), count(*) from pg_stat_activity"
          + " where application_name = $1 and datname = $2 group by 1";

  private static final String HELD =
      "select 'TRANSACTION', application_name, pid, xact_start as since, query"
          + " from pg_stat_activity where application_name = $1 and datname = $2"
          + " and state like 'idle in transaction%' union all"
          + " select 'ADVISORY_LOCK', application_name, pid, state_change, query"
          + " from pg_stat_activity join pg_locks using (pid)"
          + " where application_name = $1 and datname = $2 and state like 'idle%'"
          + " and locktype = 'advisory' and granted order by since";

  private final Vertx vertx;
  private final DatabaseAddress address;
  private final @Nullable DatabaseAddress application;
  private final String controlDatabase;
  private final @Nullable Runnable restart;
  private volatile OwnSchema schema;
  private volatile PgConnection control;
  private final String version;
  private final Map<String, String> changedSettings;
  private final int connectionsAvailable;
  private final Optional<String> rowSecurityExemption;

  private PostgresTarget(
      Vertx vertx,
      DatabaseAddress address,
      @Nullable DatabaseAddress application,
      String controlDatabase,
      @Nullable Runnable restart,
      OwnSchema schema,
      PgConnection control) {
    this.vertx = vertx;
    this.address = address;
    this.application = application;
    this.controlDatabase = controlDatabase;
    this.restart = restart;
    this.schema = schema;
    this.control = control;
    this.version = schema.connection().databaseMetadata().fullVersion().split(" ", 2)[0];
    this.changedSettings = ServerFacts.changedSettings(schema.connection());
    this.connectionsAvailable = ServerFacts.connectionsAvailable(schema.connection());
    this.rowSecurityExemption = ServerFacts.rowSecurityExemption(schema.connection());
  }

  /**
   * Connects, and creates the schema. Blocks; call it on no event loop.
   *
   * @param application the same database under the role of an application; null where there is none
   * @param controlDatabase another database of the server, to read counters from
   * @param restart restarts the server, and blocks until it is there again; null where it is not
   *     ours to restart
   * @throws TargetUnreachableException where the server does not answer, refuses the role, is
   *     read-only, or has a schema of that name that is not the harness's
   */
  public static PostgresTarget open(
      Vertx vertx,
      DatabaseAddress address,
      @Nullable DatabaseAddress application,
      String controlDatabase,
      @Nullable Runnable restart) {
    OwnSchema schema = OwnSchema.create(connect(vertx, address), address);
    try {
      if (application != null) {
        connect(vertx, application).close();
        schema.letIn(application.user());
      }
      PgConnection control = controlConnection(vertx, address, controlDatabase);
      return new PostgresTarget(
          vertx, address, application, controlDatabase, restart, schema, control);
    } catch (RuntimeException e) {
      schema.drop();
      throw e;
    }
  }

  private static PgConnection connect(Vertx vertx, DatabaseAddress address) {
    return DatabaseCalls.connect(vertx, address, CONTROL_NAME, OwnSchema.NAME);
  }

  private static PgConnection controlConnection(
      Vertx vertx, DatabaseAddress address, String controlDatabase) {
    try {
      return connect(vertx, address.inDatabase(controlDatabase));
    } catch (TargetUnreachableException e) {
      return connect(vertx, address);
    }
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Map<String, String> changedSettings() {
    return changedSettings;
  }

  @Override
  public Optional<String> rowSecurityExemption() {
    return rowSecurityExemption;
  }

  @Override
  public int connectionsAvailable() {
    return connectionsAvailable;
  }

  @Override
  public DatabasePool openPool(String name, int size) {
    return new PostgresPool(vertx, address.named(name, OwnSchema.NAME), size);
  }

  @Override
  public Optional<String> applicationRole() {
    return Optional.ofNullable(application).map(DatabaseAddress::user);
  }

  @Override
  public DatabasePool openApplicationPool(String name, int size) {
    if (application == null) {
      throw new IllegalStateException("no role of an application was named");
    }
    return new PostgresPool(vertx, application.named(name, OwnSchema.NAME), size);
  }

  @Override
  public Future<Counters> counters() {
    return control
        .preparedQuery(COUNTERS)
        .execute(Tuple.of(address.options().getDatabase()))
        .map(
            rows -> {
              Row row = rows.iterator().next();
              return new Counters(row.getLong(0), row.getLong(1), row.getLong(2));
            })
        .recover(Forbidden::told);
  }

  @Override
  public Future<List<SessionState>> sessions(String poolName) {
    return control
        .preparedQuery(SESSIONS)
        .execute(Tuple.of(poolName, address.options().getDatabase()))
        .map(
            rows -> {
              var states = new ArrayList<SessionState>();
              rows.forEach(row -> states.add(new SessionState(row.getString(0), row.getLong(1))));
              return (List<SessionState>) states;
            })
        .recover(Forbidden::told);
  }

  @Override
  public Future<List<Held>> held(String poolName) {
    return control
        .preparedQuery(HELD)
        .execute(Tuple.of(poolName, address.options().getDatabase()))
        .map(
            rows -> {
              var held = new ArrayList<Held>();
              rows.forEach(
                  row ->
                      held.add(
                          new Held(
                              Held.Kind.valueOf(row.getString(0)),
                              row.getString(1),
                              row.getInteger(2),
                              row.getOffsetDateTime(3).toInstant(),
                              row.getString(4))));
              return (List<Held>) held;
            })
        .recover(Forbidden::told);
  }

  @Override
  public boolean restartable() {
    return restart != null;
  }

  @Override
  public Future<Void> restart() {
    Runnable ours = restart;
    if (ours == null) {
      throw new IllegalStateException("the server at " + address + " is not ours to restart");
    }
    return vertx.executeBlocking(
        () -> {
          ours.run();
          schema = OwnSchema.retake(connect(vertx, address), address);
          control = controlConnection(vertx, address, controlDatabase);
          return null;
        });
  }

  @Override
  public void close() {
    try {
      schema.drop();
    } finally {
      DatabaseCalls.await(control.close(), "cannot close the connection to " + address);
    }
  }
}
