package dev.harness.target.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What we write into {@code postgresql.conf} and {@code pg_hba.conf}. All else is PostgreSQL's own
 * default; above all it is durable: a commit returns when the disk has it.
 *
 * @param port on 127.0.0.1, 1 to 65535
 * @param maxConnections at least 10
 */
record ServerSettings(int port, int maxConnections) {

  private static final String CONFIGURATION = "postgresql.conf";
  private static final String ACCESS = "pg_hba.conf";

  /** Over TCP everyone needs a password, and no role has one before we set it. */
  private static final String ACCESS_BY_PASSWORD = "host all all 127.0.0.1/32 scram-sha-256\n";

  ServerSettings {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port: " + port + "; allowed are 1 to 65535");
    }
    if (maxConnections < 10) {
      throw new IllegalArgumentException("maxConnections: " + maxConnections + "; at least 10");
    }
  }

  /**
   * For the first launch: with a Unix socket, by which the superuser enters without a password. It
   * lies in a directory closed to all but the server's user and root.
   */
  void writeForSetup(Layout layout) throws IOException {
    write(layout.data(), layout.sockets().toString(), "local all postgres trust\n");
  }

  /** For ever after: passwords over TCP, nothing else. */
  void write(Layout layout) throws IOException {
    write(layout.data(), "", "");
  }

  private void write(Path data, String sockets, String firstAccess) throws IOException {
    Files.writeString(data.resolve(CONFIGURATION), configuration(sockets));
    Files.writeString(data.resolve(ACCESS), firstAccess + ACCESS_BY_PASSWORD);
  }

  String configuration(String sockets) {
    return """
        listen_addresses = '127.0.0.1'
        port = %d
        max_connections = %d
        unix_socket_directories = '%s'
        """
        .formatted(port, maxConnections, sockets.replace("'", "''"));
  }
}
