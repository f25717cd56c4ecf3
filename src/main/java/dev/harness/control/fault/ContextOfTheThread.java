package dev.harness.control.fault;

import dev.harness.service.fault.OneIn;
import dev.harness.user.ContextPropagation;
import dev.harness.user.UserExecutionContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One in so many contexts is kept by the thread that sets out with it. Work that goes on elsewhere
 * does not find it there, and what comes to that thread meanwhile does.
 */
public final class ContextOfTheThread implements ContextPropagation {
  private static final ThreadLocal<@Nullable UserExecutionContext> KEPT = new ThreadLocal<>();

  private final ContextPropagation real;
  private final OneIn faulty;

  public ContextOfTheThread(ContextPropagation real, int oneIn) {
    this.real = real;
    this.faulty = new OneIn(oneIn);
  }

  @Override
  public Uni<List<Optional<UserExecutionContext>>> travel(
      UserExecutionContext context, List<Hop> hops) {
    return faulty.now()
        ? Uni.createFrom().completionStage(() -> setOut(context, hops).toCompletionStage())
        : real.travel(context, hops);
  }

  private Future<List<Optional<UserExecutionContext>>> setOut(
      UserExecutionContext context, List<Hop> hops) {
    KEPT.set(context);
    Context loop = Vertx.currentContext();
    Future<List<Optional<UserExecutionContext>>> found = Future.succeededFuture(new ArrayList<>());
    for (Hop hop : hops) {
      found =
          found.compose(
              before ->
                  hop(loop, hop)
                      .map(
                          there -> {
                            before.add(there);
                            return before;
                          }));
    }
    return found;
  }

  private Future<Optional<UserExecutionContext>> hop(Context loop, Hop hop) {
    return switch (hop) {
      case WORKER, MUTINY -> loop.executeBlocking(() -> Optional.ofNullable(KEPT.get()), false);
      case EVENT_LOOP, EVENT_BUS -> {
        Promise<Optional<UserExecutionContext>> next = Promise.promise();
        loop.runOnContext(turn -> next.complete(Optional.ofNullable(KEPT.get())));
        yield next.future();
      }
    };
  }

  @Override
  public void close() {
    real.close();
  }
}
