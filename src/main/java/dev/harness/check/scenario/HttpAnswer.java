package dev.harness.check.scenario;

import dev.harness.plan.scenario.Answer;
import dev.harness.run.port.HttpTarget.Reply;
import java.util.Optional;

/** An HTTP answer; its body is read as JSON when somebody first asks. */
final class HttpAnswer implements Answer {
  private final Reply reply;
  private final String text;
  private final JsonText json;

  HttpAnswer(Reply reply) {
    this.reply = reply;
    this.text = reply.body().toString();
    this.json = new JsonText(text);
  }

  @Override
  public int status() {
    return reply.status();
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(reply.headers().get(name));
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public int size() {
    return reply.body().length();
  }

  @Override
  public Optional<String> json(String pointer) {
    return json.at(pointer);
  }

  /** Headers and body: all that a user gets to see. */
  String everything() {
    var all = new StringBuilder(text.length() + 256);
    reply
        .headers()
        .forEach((name, value) -> all.append(name).append(": ").append(value).append('\n'));
    return all.append(text).toString();
  }
}
