package dev.harness.target.postgres;

import dev.harness.plan.scenario.DatabaseService;
import dev.harness.run.port.DatabasePool;
import dev.harness.run.port.TargetUnreachableException;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** PostgreSQL databases as a plan describes them. */
public final class PlannedDatabase {
  private static final String NAME = "harness plan";

  private PlannedDatabase() {}

  /** Connections to it; the caller closes it. The server ends a statement that takes too long. */
  public static DatabasePool pool(Vertx vertx, DatabaseService service) {
    PgConnectOptions options =
        new PgConnectOptions(DatabaseAddress.parse(service.url()).options())
            .setCachePreparedStatements(true)
            .addProperty("application_name", NAME)
            .addProperty("statement_timeout", Long.toString(service.timeout().toMillis()));
    return new PostgresPool(vertx, options, service.connections());
  }

  /**
   * Connects to it. Blocks.
   *
   * @throws TargetUnreachableException where that cannot be, in one line
   */
  public static DatabaseService reached(Vertx vertx, DatabaseService service) {
    try (DatabasePool pool = pool(vertx, service)) {
      pool.connectOnce()
          .toCompletionStage()
          .toCompletableFuture()
          .get(service.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return service;
    } catch (ExecutionException | TimeoutException | IllegalArgumentException e) {
      throw unreachable(service, DatabaseProblem.reason(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(service, "interrupted", e);
    }
  }

  private static TargetUnreachableException unreachable(
      DatabaseService service, String why, Throwable cause) {
    return new TargetUnreachableException(
        "target %s cannot be reached at %s: %s".formatted(service.name(), service.written(), why),
        cause);
  }
}
