package dev.harness.testing;

import dev.harness.target.postgres.embedded.EmbeddedPostgres;

/** How a user names a database that a test has started. */
public final class DatabaseUrl {
  private DatabaseUrl() {}

  /** As the role that owns it. */
  public static String ofOwner(EmbeddedPostgres postgres) {
    return "postgresql://%s:%s@%s:%d/%s"
        .formatted(
            postgres.ownerUser(),
            postgres.ownerPassword(),
            postgres.host(),
            postgres.port(),
            postgres.database());
  }
}
