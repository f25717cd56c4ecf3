package dev.harness.check.operation;

import dev.harness.measure.Outcome;
import dev.harness.user.UserLimitExceededException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;

/** Turns what a context system in this process does into outcomes. */
public final class InProcess {
  /** What is done at once needs no new future. */
  public static final Future<Outcome> DONE = Future.succeededFuture(Outcome.COMPLETED);

  /** Why an engine beyond a user's limit is refused. */
  public static final String USER_LIMIT = "user-limit";

  private InProcess() {}

  /** Subscribes, and hands on what comes. */
  public static <T> Future<T> future(Uni<T> uni) {
    return Future.fromCompletionStage(uni.subscribeAsCompletionStage());
  }

  /** Completed, refused at the user's limit, or failed. */
  public static Future<Outcome> outcome(Uni<?> uni) {
    return future(uni)
        .map(Outcome.COMPLETED)
        .recover(
            cause ->
                cause instanceof UserLimitExceededException
                    ? Future.succeededFuture(Outcome.refused(USER_LIMIT))
                    : Future.failedFuture(cause));
  }
}
