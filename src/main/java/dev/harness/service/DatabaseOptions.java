package dev.harness.service;

import dev.harness.reference.SessionSchema;
import io.vertx.pgclient.PgConnectOptions;

/**
 * Where sessions are kept.
 *
 * @param server host, port, database, role and password, and how to use TLS, as the client takes
 *     them; the role is no superuser, for whom row-level security proves nothing
 * @param schema that {@link SessionSchema#create} has created
 * @param connections of the pool; at least 1
 * @param name what they are called in {@code pg_stat_activity}
 */
public record DatabaseOptions(
    PgConnectOptions server, SessionSchema schema, int connections, String name) {

  /**
   * @throws IllegalArgumentException for a value out of its range
   */
  public DatabaseOptions {
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
    var options = new PgConnectOptions(server).setCachePreparedStatements(true);
    return options.addProperty("application_name", application);
  }

  /** Hides the password. */
  @Override
  public String toString() {
    return "DatabaseOptions[%s@%s:%d/%s, schema=%s, connections=%d]"
        .formatted(
            server.getUser(),
            server.getHost(),
            server.getPort(),
            server.getDatabase(),
            schema.name(),
            connections);
  }
}
