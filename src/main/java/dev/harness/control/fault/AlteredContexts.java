package dev.harness.control.fault;

import dev.harness.user.ContextSystem;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.OptionalInt;

/** A real system of contexts and engines, of which something may be changed. */
abstract class AlteredContexts implements ContextSystem {
  private final ContextSystem real;

  AlteredContexts(ContextSystem real) {
    this.real = real;
  }

  @Override
  public String name() {
    return real.name();
  }

  @Override
  public Object createContext(String userId, String threadId, String runId, String requestId) {
    return real.createContext(userId, threadId, runId, requestId);
  }

  @Override
  public Uni<Engine> openEngine(Object context) {
    return real.openEngine(context);
  }

  @Override
  public Optional<Engine> bareEngine(Object context) {
    return real.bareEngine(context);
  }

  @Override
  public OptionalInt openEngines() {
    return real.openEngines();
  }

  @Override
  public OptionalInt enginesPerUser() {
    return real.enginesPerUser();
  }

  @Override
  public void close() {
    real.close();
  }
}
