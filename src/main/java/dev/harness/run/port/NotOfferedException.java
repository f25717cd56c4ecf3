package dev.harness.run.port;

/**
 * What is measured has no such thing, and need not have: a check that cannot do without it does not
 * apply, and says nothing for or against. The message is one line for a person.
 */
public final class NotOfferedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotOfferedException(String message) {
    super(message);
  }
}
