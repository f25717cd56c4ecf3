package dev.harness.cli;

/** The user asked for something that cannot be: what, where, and what is allowed, in one line. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
