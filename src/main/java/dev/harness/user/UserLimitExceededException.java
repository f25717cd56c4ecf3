package dev.harness.user;

/**
 * A user already has as many engines as one user may have. An explicit refusal, not a failure, and
 * so without a stack trace: under load, refusing must be cheap.
 */
public final class UserLimitExceededException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int limit;

  public UserLimitExceededException(int limit) {
    super("the user already has " + limit + " engines, as many as are allowed", null, false, false);
    this.limit = limit;
  }

  /** Engines that one user may have at once. */
  public int limit() {
    return limit;
  }
}
