package dev.harness.service;

/** What a client may say on its stream. */
sealed interface StreamCommand {
  /** Most events that one command may ask for. */
  long MOST_EVENTS = 100_000_000;

  /** Emit so many events to the stream's user. */
  record Emit(long count) implements StreamCommand {}

  /** Everything up to this sequence number has arrived. */
  record Ack(long sequence) implements StreamCommand {}

  /**
   * Reads {@code emit N} or {@code ack N}.
   *
   * @throws IllegalArgumentException saying what is allowed
   */
  static StreamCommand parse(String text) {
    if (text.startsWith("emit ")) {
      return new Emit(number(text, "emit ".length(), 1, MOST_EVENTS));
    }
    if (text.startsWith("ack ")) {
      return new Ack(number(text, "ack ".length(), 0, Long.MAX_VALUE));
    }
    throw new IllegalArgumentException("a command must be 'emit N' or 'ack N'");
  }

  private static long number(String text, int from, long least, long most) {
    try {
      long number = Long.parseLong(text, from, text.length(), 10);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Falls through to the one message that says what is allowed.
    }
    throw new IllegalArgumentException(
        "N must be a whole number of %d to %d".formatted(least, most));
  }
}
