package dev.harness.run.port;

/** A target does not start, does not answer, or was lost. The message is one line for a person. */
public final class TargetUnreachableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TargetUnreachableException(String message) {
    super(message);
  }

  public TargetUnreachableException(String message, Throwable cause) {
    super(message, cause);
  }
}
