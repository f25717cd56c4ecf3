package dev.harness.reference;

/** An engine was asked of a factory that has been shut down. */
public final class FactoryClosedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  FactoryClosedException() {
    super("the engine factory has been shut down");
  }
}
