package dev.harness.journal;

/** There is no run to be read from it: which file, what is wrong, and what is allowed. */
public final class InvalidJournalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidJournalException(String message) {
    super(message);
  }
}
