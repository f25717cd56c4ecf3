package dev.harness.reference;

import dev.harness.user.ContextSystem;
import dev.harness.user.UserExecutionContext;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Runs one request of one user in a scope of its own, and ends once. */
public final class ExecutionEngine implements ContextSystem.Engine {

  /** Told once when an engine ends, on the thread that ended it. */
  @FunctionalInterface
  interface EndListener {
    void ended(ExecutionEngine engine, boolean evicted);
  }

  private final UserExecutionContext context;
  private final EngineScope scope;
  private final long openedNanos;
  private final EndListener listener;
  private final AtomicBoolean ended = new AtomicBoolean();

  ExecutionEngine(long id, UserExecutionContext context, long openedNanos, EndListener listener) {
    this.context = context;
    this.scope = new EngineScope(id, context);
    this.openedNanos = openedNanos;
    this.listener = listener;
  }

  /** Unique within the factory. */
  public long id() {
    return scope.engine();
  }

  /** Whose engine it is; known even after its end, when the scope tells nothing any more. */
  public UserExecutionContext context() {
    return context;
  }

  /**
   * Runs work in the user's scope when it is subscribed to.
   *
   * @return what the work yields, or a failure with {@link EngineClosedException} where the engine
   *     has ended before the work began or before the work read its scope
   */
  public <T> Uni<T> execute(Function<EngineScope, Uni<T>> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              if (ended.get()) {
                throw new EngineClosedException(id());
              }
              return work.apply(scope);
            });
  }

  /** The smallest piece of work: reads whose request it is, and puts that aside. */
  @Override
  public Uni<String> execute() {
    return execute(
        own -> {
          own.put("request", own.context().requestId());
          return Uni.createFrom().item(own.context().userId());
        });
  }

  @Override
  public Uni<Void> close() {
    return Uni.createFrom().voidItem().invoke(() -> end());
  }

  /** Gives back all it holds, at once; false where it had already ended. */
  public boolean end() {
    return end(false);
  }

  boolean evict() {
    return end(true);
  }

  /** Nanoseconds of the ticker at which it was opened. */
  long openedNanos() {
    return openedNanos;
  }

  private boolean end(boolean evicted) {
    if (!ended.compareAndSet(false, true)) {
      return false;
    }
    scope.forget();
    listener.ended(this, evicted);
    return true;
  }
}
