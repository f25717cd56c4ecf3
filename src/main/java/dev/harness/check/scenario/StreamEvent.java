package dev.harness.check.scenario;

import dev.harness.plan.scenario.Answer;
import java.util.Optional;

/** A text message that came on a stream. It has neither a status nor headers. */
final class StreamEvent implements Answer {
  private final String text;
  private final long nanos;
  private final JsonText json;

  /**
   * @param nanos when it came, by the clock of the run
   */
  StreamEvent(String text, long nanos) {
    this.text = text;
    this.nanos = nanos;
    this.json = new JsonText(text);
  }

  long nanos() {
    return nanos;
  }

  @Override
  public int status() {
    return 0;
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.empty();
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public int size() {
    return text.length();
  }

  @Override
  public Optional<String> json(String pointer) {
    return json.at(pointer);
  }
}
