package dev.harness.target.postgres;

import dev.harness.run.port.DatabaseTarget;
import dev.harness.run.port.TargetSource.NamedDatabase;
import dev.harness.run.port.TargetUnreachableException;
import dev.harness.target.postgres.embedded.EmbeddedPostgres;
import dev.harness.target.postgres.embedded.EmbeddedPostgresException;
import dev.harness.target.postgres.embedded.EmbeddedPostgresOptions;
import dev.harness.time.Ticker;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where the database of a run comes from: a server that was named, or an embedded one. */
public final class DatabaseServer implements AutoCloseable {
  /** Every server has it, and most let any role in. */
  private static final String USUAL_CONTROL_DATABASE = "postgres";

  private final Vertx vertx;
  private final @Nullable Ticker embeddedTicker;
  private @Nullable EmbeddedPostgres embedded;
  private @Nullable PostgresTarget target;
  private @Nullable String url;

  private DatabaseServer(Vertx vertx, @Nullable Ticker embeddedTicker) {
    this.vertx = vertx;
    this.embeddedTicker = embeddedTicker;
  }

  /**
   * A server that runs already; connects to it at once.
   *
   * @throws IllegalArgumentException where the URL is none
   * @throws TargetUnreachableException where it does not let the harness work
   */
  public static DatabaseServer named(Vertx vertx, NamedDatabase database) {
    DatabaseAddress address = DatabaseAddress.parse(database.url());
    DatabaseAddress application =
        database.applicationUrl().map(DatabaseAddress::parse).orElse(null);
    var server = new DatabaseServer(vertx, null);
    server.target = PostgresTarget.open(vertx, address, application, USUAL_CONTROL_DATABASE, null);
    server.url = database.url();
    return server;
  }

  /** A server of our own, started when it is first asked for. */
  public static DatabaseServer embedded(Vertx vertx, Ticker ticker) {
    return new DatabaseServer(vertx, ticker);
  }

  /**
   * The database; blocks while its server starts.
   *
   * @throws TargetUnreachableException where it does not start
   */
  public synchronized DatabaseTarget database() {
    if (target == null && embeddedTicker != null) {
      EmbeddedPostgres started = start(embeddedTicker);
      embedded = started;
      var address =
          DatabaseAddress.of(
              started.host(),
              started.port(),
              started.database(),
              started.ownerUser(),
              started.ownerPassword());
      var application =
          DatabaseAddress.of(
              started.host(),
              started.port(),
              started.database(),
              started.applicationUser(),
              started.applicationPassword());
      target =
          PostgresTarget.open(
              vertx, address, application, started.controlDatabase(), () -> restart(started));
      url = address.url();
    }
    if (target == null) {
      throw new IllegalStateException("the database is closed");
    }
    return target;
  }

  private static EmbeddedPostgres start(Ticker ticker) {
    try {
      return EmbeddedPostgres.start(EmbeddedPostgresOptions.defaults(), ticker);
    } catch (EmbeddedPostgresException e) {
      throw new TargetUnreachableException(String.valueOf(e.getMessage()), e);
    }
  }

  private static void restart(EmbeddedPostgres server) {
    try {
      server.restart();
    } catch (EmbeddedPostgresException e) {
      throw new TargetUnreachableException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Where the database is and how to log in, the password included: for a process that shall work
   * in it, too.
   */
  public synchronized String url() {
    if (url == null) {
      throw new IllegalStateException("the database was not asked for yet");
    }
    return url;
  }

  /** The server's process, if it is ours and runs. */
  public synchronized Optional<Long> pid() {
    return Optional.ofNullable(embedded).map(EmbeddedPostgres::pid);
  }

  /** Version and settings; nothing where no check has asked for the database. */
  public synchronized Map<String, String> facts() {
    var facts = new TreeMap<String, String>();
    if (target != null) {
      facts.put("postgresql_version", target.version());
      target
          .changedSettings()
          .forEach((name, value) -> facts.put("postgresql_setting_" + name, value));
    }
    if (embedded != null) {
      facts.put("postgresql_file_system", embedded.fileSystem());
    }
    return facts;
  }

  @Override
  public synchronized void close() {
    try {
      if (target != null) {
        target.close();
      }
    } finally {
      target = null;
      if (embedded != null) {
        embedded.close();
        embedded = null;
      }
    }
  }
}
