package dev.harness.user;

/** A context was refused because one of its ids does not identify anything. */
public final class InvalidContextException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;

  InvalidContextException(String field, String reason) {
    super(field + " " + reason);
    this.field = field;
  }

  /** The id that was refused, as {@link UserExecutionContext} names it. */
  public String field() {
    return field;
  }
}
