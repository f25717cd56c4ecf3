package dev.harness.run.port;

/** A database says no to a statement. */
public final class RefusedStatementException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String sqlState;

  /**
   * @param sqlState five characters, as {@code 23505}
   */
  public RefusedStatementException(String sqlState, Throwable cause) {
    super("SQLSTATE " + sqlState, cause);
    this.sqlState = sqlState;
  }

  public String sqlState() {
    return sqlState;
  }
}
