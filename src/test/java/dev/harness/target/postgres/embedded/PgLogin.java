package dev.harness.target.postgres.embedded;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Logs in with the real client, runs one statement, logs out. */
record PgLogin(Vertx vertx, int port, String database, String user, String password) {

  static PgLogin owner(Vertx vertx, EmbeddedPostgres postgres) {
    return new PgLogin(
        vertx,
        postgres.port(),
        postgres.database(),
        postgres.ownerUser(),
        postgres.ownerPassword());
  }

  static PgLogin application(Vertx vertx, EmbeddedPostgres postgres) {
    return new PgLogin(
        vertx,
        postgres.port(),
        postgres.database(),
        postgres.applicationUser(),
        postgres.applicationPassword());
  }

  PgLogin with(String otherUser, String otherPassword) {
    return new PgLogin(vertx, port, database, otherUser, otherPassword);
  }

  PgLogin to(String otherDatabase) {
    return new PgLogin(vertx, port, otherDatabase, user, password);
  }

  /** The first column of the rows, as text. */
  List<String> query(String sql) throws Exception {
    PgConnectOptions options =
        new PgConnectOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setDatabase(database)
            .setUser(user)
            .setPassword(password);
    PgConnection connection = get(PgConnection.connect(vertx, options));
    try {
      List<String> values = new ArrayList<>();
      get(connection.query(sql).execute())
          .forEach(row -> values.add(String.valueOf(row.getValue(0))));
      return values;
    } finally {
      get(connection.close());
    }
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
