package dev.harness.control.fault;

import dev.harness.user.ContextSystem;
import io.smallrye.mutiny.Uni;

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
  public Engine bareEngine(Object context) {
    return real.bareEngine(context);
  }

  @Override
  public int openEngines() {
    return real.openEngines();
  }

  @Override
  public int enginesPerUser() {
    return real.enginesPerUser();
  }

  @Override
  public void close() {
    real.close();
  }
}
