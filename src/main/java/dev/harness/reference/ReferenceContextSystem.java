package dev.harness.reference;

import dev.harness.time.Ticker;
import dev.harness.user.ContextSystem;
import dev.harness.user.UserExecutionContext;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.OptionalInt;

/** The reference system's contexts and engines, in this process. */
public final class ReferenceContextSystem implements ContextSystem {
  private final ExecutionEngineFactory factory;
  private final Ticker ticker;

  /** With a factory of its own. */
  public ReferenceContextSystem(EngineLimits limits, Ticker ticker) {
    this(new ExecutionEngineFactory(limits, ticker), ticker);
  }

  /** With the factory given, which it closes. */
  public ReferenceContextSystem(ExecutionEngineFactory factory, Ticker ticker) {
    this.factory = factory;
    this.ticker = ticker;
  }

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public UserExecutionContext createContext(
      String userId, String threadId, String runId, String requestId) {
    return new UserExecutionContext(userId, threadId, runId, requestId);
  }

  @Override
  public Uni<Engine> openEngine(Object context) {
    return Uni.createFrom().item(() -> factory.open(own(context)));
  }

  @Override
  public Optional<Engine> bareEngine(Object context) {
    return Optional.of(
        new ExecutionEngine(0, own(context), ticker.nanoTime(), (engine, evicted) -> {}));
  }

  @Override
  public OptionalInt openEngines() {
    return OptionalInt.of(factory.counts().open());
  }

  @Override
  public OptionalInt enginesPerUser() {
    return OptionalInt.of(factory.limits().perUser());
  }

  @Override
  public void close() {
    factory.close();
  }

  private static UserExecutionContext own(Object context) {
    if (context instanceof UserExecutionContext own) {
      return own;
    }
    throw new IllegalArgumentException(
        "not a context of this system, but a " + context.getClass().getName());
  }
}
