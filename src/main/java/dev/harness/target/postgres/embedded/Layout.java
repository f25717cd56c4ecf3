package dev.harness.target.postgres.embedded;

import java.nio.file.Path;

/**
 * What lies where in a server's directory.
 *
 * @param root the directory itself, absolute
 */
record Layout(Path root) {

  /** What the name of every server's directory begins with. */
  static final String NAME_PREFIX = "harness-postgres-";

  Layout {
    if (!root.isAbsolute()) {
      throw new IllegalArgumentException("root: " + root + "; must be absolute");
    }
  }

  /** Locked for as long as the owner lives. */
  Path lock() {
    return root.resolve("owner.lock");
  }

  Path log() {
    return root.resolve("server.log");
  }

  Path server() {
    return root.resolve("bin/postgres");
  }

  Path data() {
    return root.resolve("data");
  }

  /** Holds the Unix socket while the passwords are set; closed to all but the server's user. */
  Path sockets() {
    return root.resolve("s");
  }

  Path socket(int port) {
    return sockets().resolve(".s.PGSQL." + port);
  }

  Path postmasterPid() {
    return data().resolve("postmaster.pid");
  }
}
