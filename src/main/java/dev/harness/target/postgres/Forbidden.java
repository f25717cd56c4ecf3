package dev.harness.target.postgres;

import dev.harness.run.port.NotAvailableException;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;

/** What a server does not let the role of the harness read, such as its statistics. */
final class Forbidden {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  private Forbidden() {}

  static boolean is(Throwable cause) {
    return cause instanceof PgException server
        && INSUFFICIENT_PRIVILEGE.equals(server.getSqlState());
  }

  /** The failure, as not available where it is of that kind. */
  static <T> Future<T> told(Throwable cause) {
    return Future.failedFuture(
        cause instanceof PgException server && is(cause)
            ? new NotAvailableException(
                "this role may not read it (%s)".formatted(server.getErrorMessage()))
            : cause);
  }
}
