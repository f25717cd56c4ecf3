package dev.harness.check.scenario;

/** A text message that came on a stream. */
final class StreamEvent extends TextAnswer {
  private final long nanos;

  /**
   * @param nanos when it came, by the clock of the run
   */
  StreamEvent(String text, long nanos) {
    super(text);
    this.nanos = nanos;
  }

  long nanos() {
    return nanos;
  }

  @Override
  public int size() {
    return text().length();
  }
}
