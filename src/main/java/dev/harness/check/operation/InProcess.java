package dev.harness.check.operation;

import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.run.IsolationLog;
import dev.harness.run.drive.Attempt;
import dev.harness.user.ContextSystem;
import dev.harness.user.ContextSystem.Engine;
import dev.harness.user.UserExecutionContext;
import dev.harness.user.UserLimitExceededException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** Turns what a context system in this process does into outcomes. */
public final class InProcess {
  /** What is done at once needs no new future. */
  public static final Future<Outcome> DONE = Future.succeededFuture(Outcome.COMPLETED);

  /** Why an engine beyond a user's limit is refused. */
  public static final String USER_LIMIT = "user-limit";

  private InProcess() {}

  /** Creates the context of whose attempt it is. */
  public static Object context(ContextSystem system, Attempt attempt) {
    UserExecutionContext ids = attempt.context();
    return system.createContext(ids.userId(), ids.threadId(), ids.runId(), ids.requestId());
  }

  /** Subscribes, and hands on what comes. */
  public static <T> Future<T> future(Uni<T> uni) {
    return Future.fromCompletionStage(uni.subscribeAsCompletionStage());
  }

  /** Completed, refused at the user's limit, or failed. */
  public static Future<Outcome> outcome(Uni<?> uni) {
    return ended(uni.replaceWith(Outcome.COMPLETED));
  }

  /** How it says that it ended, refused at the user's limit, or failed. */
  static Future<Outcome> ended(Uni<Outcome> uni) {
    return future(uni)
        .recover(
            cause ->
                cause instanceof UserLimitExceededException
                    ? Future.succeededFuture(Outcome.refused(USER_LIMIT))
                    : Future.failedFuture(cause));
  }

  /** A little work in an engine; it has completed only if it was done for that user. */
  public static Uni<Outcome> work(
      Engine engine, UserExecutionContext user, IsolationLog isolation) {
    return engine.execute().map(found -> done(user, isolation, found));
  }

  private static Outcome done(
      UserExecutionContext user, IsolationLog isolation, @Nullable String found) {
    if (found == null || found.isEmpty()) {
      return Outcome.failed("work-for-nobody");
    }
    isolation.ownContext(user, "work in an engine", found);
    return found.equals(user.userId())
        ? Outcome.COMPLETED
        : Outcome.failed("work-for-another-user");
  }

  /** Engines that a system says are open. */
  public static Figure enginesLeft(ContextSystem system) {
    return system.openEngines().stream()
        .mapToObj(Figure::of)
        .findFirst()
        .orElseGet(
            () -> Figure.notOffered(system.name() + " does not count the engines that are open"));
  }
}
