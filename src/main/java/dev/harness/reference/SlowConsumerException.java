package dev.harness.reference;

/** A stream was ended because its subscriber let its queue overflow. */
public final class SlowConsumerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SlowConsumerException(int capacity) {
    super("the stream was ended: more than " + capacity + " events waited", null, false, false);
  }
}
