package dev.harness.target.postgres;

import io.vertx.sqlclient.SqlConnection;

/**
 * The client prints a stack trace where it loses a connection that nobody watches. Whoever uses it
 * is told by the failure of what it was asked for, and needs no trace besides.
 */
final class QuietLoss {
  private QuietLoss() {}

  static void of(SqlConnection connection) {
    connection.exceptionHandler(lost -> {});
  }
}
