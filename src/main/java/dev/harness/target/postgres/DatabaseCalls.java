package dev.harness.target.postgres;

import dev.harness.run.port.TargetUnreachableException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Calls to a database that somebody waits for, and not for ever. None is for an event loop. */
public final class DatabaseCalls {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private DatabaseCalls() {}

  /**
   * A connection.
   *
   * @param application under whose name the server knows it
   * @param schema that it looks into first
   * @throws TargetUnreachableException which says why there is none
   */
  public static PgConnection connect(
      Vertx vertx, DatabaseAddress address, String application, String schema) {
    Future<PgConnection> connecting =
        PgConnection.connect(vertx, address.named(application, schema)).onSuccess(QuietLoss::of);
    String what = "cannot connect to " + address;
    try {
      return inTime(connecting).get();
    } catch (ExecutionException e) {
      // It may yet come, when nobody waits for it any more.
      connecting.onSuccess(PgConnection::close);
      throw unreachable(what, e);
    } catch (InterruptedException e) {
      connecting.onSuccess(PgConnection::close);
      Thread.currentThread().interrupt();
      throw new TargetUnreachableException(what + ": interrupted", e);
    }
  }

  /**
   * What comes of something that its caller cannot do without. No interrupt ends this: what was
   * begun in somebody's database must be known to be there or not.
   *
   * @param what cannot be done where nothing comes of it
   * @throws TargetUnreachableException which says that, and why
   */
  public static <T> T await(Future<T> future, String what) {
    try {
      return inTime(future).join();
    } catch (CompletionException e) {
      throw unreachable(what, e);
    }
  }

  private static <T> CompletableFuture<T> inTime(Future<T> future) {
    return future
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static TargetUnreachableException unreachable(String what, Exception e) {
    return new TargetUnreachableException(what + ": " + DatabaseProblem.reason(e), e);
  }
}
