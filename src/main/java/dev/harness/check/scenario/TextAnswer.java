package dev.harness.check.scenario;

import dev.harness.plan.scenario.Answer;
import java.util.Optional;

/** A text, read as JSON when somebody first asks; by itself it has neither a status nor headers. */
abstract class TextAnswer implements Answer {
  private final String text;
  private final JsonText json;

  TextAnswer(String text) {
    this.text = text;
    this.json = new JsonText(text);
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
  public final String text() {
    return text;
  }

  @Override
  public final Optional<String> json(String pointer) {
    return json.at(pointer);
  }
}
