package dev.harness.user;

/** A context was refused because one of its ids does not identify anything. */
public final class InvalidContextException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String reason;

  InvalidContextException(String field, String reason) {
    super(field + " " + reason);
    this.field = field;
    this.reason = reason;
  }

  /** The id that was refused, as {@link UserExecutionContext} names it. */
  public String field() {
    return field;
  }

  /** What is wrong with it, without its name and never with its value. */
  public String reason() {
    return reason;
  }
}
