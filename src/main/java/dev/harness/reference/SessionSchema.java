package dev.harness.reference;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where sessions are kept: one table, of which a transaction sees only the rows of the user it was
 * told, and nothing while it was told none.
 *
 * <p>Row-level security is forced, so that it binds the table's owner too; it never binds a
 * superuser, for whom it proves nothing. The policy reads the user with {@code missing_ok} and
 * takes the empty text for no user, because that is what a setting local to a finished transaction
 * leaves behind on its connection.
 *
 * @param name the schema; a plain lower-case identifier of at most 63 characters
 * @param applicationRole the role that may use it without owning it; null where the owner does
 */
public record SessionSchema(String name, @Nullable String applicationRole) {
  private static final Pattern IDENTIFIER = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  private static final String MARK = "sessions of a harness target, dropped when it ends";

  private static final String CURRENT_USER = "NULLIF(current_setting('app.user_id', true), '')";

  /**
   * @throws IllegalArgumentException for a name that would need quoting
   */
  public SessionSchema {
    requireIdentifier("name", name);
    if (applicationRole != null) {
      requireIdentifier("applicationRole", applicationRole);
    }
  }

  /** A schema that its owner uses. */
  public SessionSchema(String name) {
    this(name, null);
  }

  /** The table's name with its schema. */
  public String table() {
    return name + ".sessions";
  }

  /**
   * Creates the schema and its table, as the role that shall own them. A schema of that name that
   * bears the mark of this class is replaced: whoever asks has made sure that nobody uses it. Fails
   * where there is one without: it is somebody else's.
   */
  public Uni<Void> create(SqlClient owner) {
    var statements =
        new ArrayList<String>(
            List.of(
                dropLeftOver(),
                // In one transaction: without its mark nobody would dare to drop it.
                "CREATE SCHEMA %1$s; COMMENT ON SCHEMA %1$s IS '%2$s'".formatted(name, MARK),
                "CREATE TABLE "
                    + table()
                    + (" (user_id text NOT NULL DEFAULT " + CURRENT_USER + ",")
                    + " key text NOT NULL, value text NOT NULL, PRIMARY KEY (user_id, key))",
                "ALTER TABLE " + table() + " ENABLE ROW LEVEL SECURITY",
                "ALTER TABLE " + table() + " FORCE ROW LEVEL SECURITY",
                "CREATE POLICY own_rows ON "
                    + table()
                    + (" USING (user_id = " + CURRENT_USER + ")")
                    + (" WITH CHECK (user_id = " + CURRENT_USER + ")")));
    if (applicationRole != null) {
      statements.add("GRANT USAGE ON SCHEMA " + name + " TO " + applicationRole);
      statements.add(
          "GRANT SELECT, INSERT, UPDATE, DELETE ON " + table() + " TO " + applicationRole);
    }
    return inOrder(owner, statements);
  }

  private String dropLeftOver() {
    return """
        DO $$ BEGIN
          IF EXISTS (SELECT FROM pg_namespace WHERE nspname = '%1$s'
              AND obj_description(oid, 'pg_namespace') = '%2$s') THEN
            DROP SCHEMA %1$s CASCADE;
          END IF;
        END $$"""
        .formatted(name, MARK);
  }

  /** Drops the schema with all that is in it, where it exists. */
  public Uni<Void> drop(SqlClient owner) {
    return inOrder(owner, List.of("DROP SCHEMA IF EXISTS " + name + " CASCADE"));
  }

  private static Uni<Void> inOrder(SqlClient client, List<String> statements) {
    return Multi.createFrom()
        .iterable(statements)
        .onItem()
        .transformToUniAndConcatenate(statement -> client.query(statement).execute())
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static void requireIdentifier(String field, String value) {
    if (!IDENTIFIER.matcher(value).matches()) {
      throw new IllegalArgumentException(
          field + " must match " + IDENTIFIER + ", which this does not: " + value);
    }
  }
}
