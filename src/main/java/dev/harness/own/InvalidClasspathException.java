package dev.harness.own;

/** A class path, or a class on it, that cannot be used: what, where, and what is allowed. */
public final class InvalidClasspathException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidClasspathException(String message) {
    super(message);
  }
}
