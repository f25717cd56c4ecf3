package dev.harness.service;

import dev.harness.reference.SessionSchema;
import io.vertx.pgclient.PgConnectOptions;

/**
 * Where sessions are kept.
 *
 * @param host name, address, or the directory of a Unix socket where it begins with a slash
 * @param port 1 to 65,535
 * @param database name of the database
 * @param user role to log in as; no superuser, for whom row-level security proves nothing
 * @param password of the role; empty where none is needed
 * @param schema that {@link SessionSchema#create} has created
 * @param connections of the pool; at least 1
 * @param name what they are called in {@code pg_stat_activity}
 */
public record DatabaseOptions(
    String host,
    int port,
    String database,
    String user,
    String password,
    SessionSchema schema,
    int connections,
    String name) {

  /**
   * @throws IllegalArgumentException for a value out of its range
   */
  public DatabaseOptions {
    if (host.isBlank() || database.isBlank() || user.isBlank()) {
      throw new IllegalArgumentException("host, database and user must not be blank");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port must be 1 to 65535, not " + port);
    }
    if (connections < 1) {
      throw new IllegalArgumentException("connections must be at least 1, not " + connections);
    }
  }

  /** As the client takes them, for whoever works with sessions. */
  PgConnectOptions connect() {
    return connectAs(name);
  }

  /** The same for who owns their schema, and is none of the pool. */
  PgConnectOptions connectAsOwner() {
    return connectAs(name + "-owner");
  }

  private PgConnectOptions connectAs(String application) {
    return new PgConnectOptions()
        .addProperty("application_name", application)
        .setHost(host)
        .setPort(port)
        .setDatabase(database)
        .setUser(user)
        .setPassword(password)
        .setCachePreparedStatements(true);
  }

  /** Hides the password. */
  @Override
  public String toString() {
    return "DatabaseOptions[%s@%s:%d/%s, schema=%s, connections=%d]"
        .formatted(user, host, port, database, schema.name(), connections);
  }
}
