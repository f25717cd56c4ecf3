package dev.harness.reference;

/** Work was asked of an engine, or its state was read, after the engine had ended. */
public final class EngineClosedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  EngineClosedException(long engine) {
    super("engine " + engine + " has ended: it was closed, or it outlived its time to live");
  }
}
