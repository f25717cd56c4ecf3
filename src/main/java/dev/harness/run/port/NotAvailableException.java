package dev.harness.run.port;

/**
 * A target answers, and does not let the harness have what it asked for. The message is one line
 * for a person.
 */
public final class NotAvailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotAvailableException(String message) {
    super(message);
  }
}
