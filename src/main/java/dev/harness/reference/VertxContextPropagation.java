package dev.harness.reference;

import dev.harness.user.ContextPropagation;
import dev.harness.user.UserExecutionContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.impl.ContextInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Carries a context as a local of a Vert.x context that belongs to one piece of work alone. Event
 * loop and workers keep it; a message takes it along in its headers, and a Mutiny chain in the
 * context of its subscription.
 */
public final class VertxContextPropagation implements ContextPropagation {
  private static final String LOCAL = "dev.harness.user-context";

  private final Vertx vertx;
  private final String address = "context-propagation-" + UUID.randomUUID();
  private final MessageConsumer<String> consumer;

  public VertxContextPropagation(Vertx vertx) {
    this.vertx = vertx;
    this.consumer = vertx.eventBus().localConsumer(address, VertxContextPropagation::received);
  }

  @Override
  public Uni<List<Optional<UserExecutionContext>>> travel(
      UserExecutionContext context, List<Hop> hops) {
    return Uni.createFrom().completionStage(() -> setOut(context, hops).toCompletionStage());
  }

  private Future<List<Optional<UserExecutionContext>>> setOut(
      UserExecutionContext context, List<Hop> hops) {
    // A context of its own: a local of one that others share would be theirs, too.
    Context own = ((ContextInternal) vertx.getOrCreateContext()).duplicate();
    own.putLocal(LOCAL, context);
    Promise<List<Optional<UserExecutionContext>>> arrived = Promise.promise();
    own.runOnContext(start -> goOn(hops, new ArrayList<>(), arrived));
    return arrived.future();
  }

  private void goOn(
      List<Hop> hops,
      List<Optional<UserExecutionContext>> found,
      Promise<List<Optional<UserExecutionContext>>> arrived) {
    if (found.size() == hops.size()) {
      arrived.complete(found);
      return;
    }
    hop(hops.get(found.size()))
        .onSuccess(
            there -> {
              found.add(there);
              goOn(hops, found, arrived);
            })
        .onFailure(arrived::fail);
  }

  private Future<Optional<UserExecutionContext>> hop(Hop hop) {
    return switch (hop) {
      case WORKER ->
          Vertx.currentContext().executeBlocking(VertxContextPropagation::current, false);
      case EVENT_LOOP -> nextTurn();
      case EVENT_BUS -> message();
      case MUTINY -> chain();
    };
  }

  private static Optional<UserExecutionContext> current() {
    Context context = Vertx.currentContext();
    return context == null
        ? Optional.empty()
        : Optional.ofNullable(context.<UserExecutionContext>getLocal(LOCAL));
  }

  private static Future<Optional<UserExecutionContext>> nextTurn() {
    Promise<Optional<UserExecutionContext>> next = Promise.promise();
    Vertx.currentContext().runOnContext(turn -> next.complete(current()));
    return next.future();
  }

  private Future<Optional<UserExecutionContext>> message() {
    var options = new DeliveryOptions();
    current().ifPresent(context -> options.setHeaders(headers(context)));
    return vertx
        .eventBus()
        .<String>request(address, "", options)
        .map(reply -> context(reply.headers()));
  }

  /** Looks only in a later turn, when nothing but what it has put aside can tell whose it is. */
  private static void received(Message<String> message) {
    context(message.headers())
        .ifPresent(context -> Vertx.currentContext().putLocal(LOCAL, context));
    nextTurn()
        .onSuccess(
            found -> {
              var options = new DeliveryOptions();
              found.ifPresent(context -> options.setHeaders(headers(context)));
              message.reply("", options);
            });
  }

  private static Future<Optional<UserExecutionContext>> chain() {
    Context own = Vertx.currentContext();
    Promise<Optional<UserExecutionContext>> end = Promise.promise();
    Uni.createFrom()
        .voidItem()
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .withContext(
            (chain, carried) ->
                chain.map(
                    elsewhere ->
                        carried.contains(LOCAL)
                            ? Optional.of(carried.<UserExecutionContext>get(LOCAL))
                            : Optional.<UserExecutionContext>empty()))
        .subscribe()
        .with(
            current()
                .map(context -> io.smallrye.mutiny.Context.of(LOCAL, context))
                .orElseGet(io.smallrye.mutiny.Context::empty),
            found -> own.runOnContext(back -> end.complete(found)),
            end::fail);
    return end.future();
  }

  private static MultiMap headers(UserExecutionContext context) {
    return MultiMap.caseInsensitiveMultiMap()
        .add("user", context.userId())
        .add("thread", context.threadId())
        .add("run", context.runId())
        .add("request", context.requestId());
  }

  private static Optional<UserExecutionContext> context(MultiMap headers) {
    return headers.contains("user")
        ? Optional.of(
            new UserExecutionContext(
                headers.get("user"),
                headers.get("thread"),
                headers.get("run"),
                headers.get("request")))
        : Optional.empty();
  }

  @Override
  public void close() {
    consumer.unregister();
  }
}
