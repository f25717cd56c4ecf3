package dev.harness.target.postgres;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a server says about itself that decides figures. */
final class ServerFacts {
  /** Where the files are and what the sessions are called decides no figure. */
  private static final String CHANGED =
      "select name, current_setting(name) from pg_settings"
          + " where setting is distinct from boot_val"
          + " and source not in ('default', 'client', 'session', 'override')"
          + " and name !~ '(_file|_directory|_directories)$'";

  private static final String ROOM =
      "select current_setting('max_connections')::int"
          + " - current_setting('superuser_reserved_connections')::int"
          + " - (select count(*) from pg_stat_activity where backend_type = 'client backend')::int";

  private static final String EXEMPT =
      "select format('\"%s\" %s', rolname, case when rolsuper then 'is a superuser'"
          + " else 'has the attribute BYPASSRLS' end)"
          + " from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)";

  /** For a role that may not look who is connected. */
  private static final String ROOM_AT_MOST =
      "select current_setting('max_connections')::int"
          + " - current_setting('superuser_reserved_connections')::int";

  private ServerFacts() {}

  /** Why row-level security does not bind the role that is connected; empty where it does. */
  static Optional<String> rowSecurityExemption(PgConnection connection) {
    for (Row row :
        DatabaseCalls.await(connection.query(EXEMPT).execute(), "cannot read the role")) {
      return Optional.of(row.getString(0));
    }
    return Optional.empty();
  }

  /** Settings that differ from the server's own defaults. */
  static Map<String, String> changedSettings(PgConnection connection) {
    var settings = new TreeMap<String, String>();
    for (Row row :
        DatabaseCalls.await(connection.query(CHANGED).execute(), "cannot read settings")) {
      settings.put(row.getString(0), row.getString(1));
    }
    return settings;
  }

  /** Connections that an ordinary role could still open. */
  static int connectionsAvailable(PgConnection connection) {
    Future<RowSet<Row>> room =
        connection
            .query(ROOM)
            .execute()
            .recover(
                cause ->
                    Forbidden.is(cause)
                        ? connection.query(ROOM_AT_MOST).execute()
                        : Future.failedFuture(cause));
    return DatabaseCalls.await(room, "cannot count connections").iterator().next().getInteger(0);
  }
}
