package dev.harness.target.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What the first and only visit of the superuser brought.
 *
 * @param version the server's, such as {@code 18.6}
 * @param changedSettings every setting that differs from PostgreSQL's default, by name
 */
record FirstVisit(String version, Map<String, String> changedSettings) {

  /** Differences by our hand only: neither the server's own findings nor where its files lie. */
  private static final String CHANGED =
      """
      SELECT name, current_setting(name) FROM pg_settings
      WHERE source IN ('configuration file', 'command line', 'environment variable')
        AND setting IS DISTINCT FROM boot_val
        AND name NOT IN ('data_directory', 'config_file', 'hba_file', 'ident_file')
      """;

  FirstVisit {
    changedSettings = Map.copyOf(changedSettings);
  }

  /**
   * Sets the passwords, then closes the way in: the Unix socket, and the line that trusts it.
   *
   * @throws EmbeddedPostgresException when the server refuses, or does not answer in time
   */
  static FirstVisit make(
      Layout layout, ServerSettings settings, Credentials credentials, Deadline deadline) {
    try (SuperuserConnection connection =
        SuperuserConnection.open(layout.socket(settings.port()))) {
      CompletableFuture<FirstVisit> visit =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return visit(connection, layout, settings, credentials);
                } catch (IOException e) {
                  throw new EmbeddedPostgresException("its setup failed", e);
                }
              });
      return visit.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (IOException | TimeoutException e) {
      throw new EmbeddedPostgresException("its setup failed", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof EmbeddedPostgresException problem) {
        throw problem;
      }
      throw new EmbeddedPostgresException("its setup failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedPostgresException("interrupted while it was set up", e);
    }
  }

  private static FirstVisit visit(
      SuperuserConnection connection,
      Layout layout,
      ServerSettings settings,
      Credentials credentials)
      throws IOException {
    connection.enter(Credentials.DATABASE);
    // A statement that fails is logged with its text; these must never be.
    connection.query("SET log_min_error_statement = panic");
    connection.query(password(Credentials.OWNER, credentials.ownerPassword()));
    connection.query(password(Credentials.APPLICATION, credentials.applicationPassword()));
    String version = connection.query("SHOW server_version").get(0).get(0);
    Map<String, String> changed = new TreeMap<>();
    for (List<String> row : connection.query(CHANGED)) {
      changed.put(row.get(0), row.get(1));
    }
    settings.write(layout);
    changed.put("unix_socket_directories", "");
    Files.deleteIfExists(layout.socket(settings.port()));
    connection.query("SELECT pg_reload_conf()");
    return new FirstVisit(version.split(" ", 2)[0], changed);
  }

  private static String password(String role, String password) {
    return "ALTER ROLE " + role + " PASSWORD '" + password + "'";
  }
}
