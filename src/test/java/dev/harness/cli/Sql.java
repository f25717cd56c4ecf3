package dev.harness.cli;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks a database over a connection of its own each time. */
record Sql(Vertx vertx, String url) {

  /** The rows, each as its values with commas between. */
  List<String> run(String sql) {
    PgConnection connection = get(PgConnection.connect(vertx, url));
    try {
      List<String> rows = new ArrayList<>();
      get(connection.query(sql).execute()).forEach(row -> rows.add(text(row)));
      return rows;
    } finally {
      get(connection.close());
    }
  }

  private static String text(Row row) {
    return IntStream.range(0, row.size())
        .mapToObj(column -> String.valueOf(row.getValue(column)))
        .collect(Collectors.joining(","));
  }

  private static <T> T get(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
