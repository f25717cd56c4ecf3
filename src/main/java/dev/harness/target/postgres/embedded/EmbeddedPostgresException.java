package dev.harness.target.postgres.embedded;

/** Says in one line why there is no embedded PostgreSQL, and what to do instead. */
public final class EmbeddedPostgresException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String INSTEAD = "; or name a database with --database URL";

  EmbeddedPostgresException(String problem) {
    super(oneLine(problem) + INSTEAD);
  }

  EmbeddedPostgresException(String problem, Throwable cause) {
    super(oneLine(problem + ": " + cause) + INSTEAD, cause);
  }

  private static String oneLine(String text) {
    return "embedded PostgreSQL: " + text.strip().replaceAll("\\s*\\R\\s*", " | ");
  }
}
