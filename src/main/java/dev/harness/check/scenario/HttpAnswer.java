package dev.harness.check.scenario;

import dev.harness.run.port.HttpTarget.Reply;
import java.util.Optional;

/** An HTTP answer, by its body. */
final class HttpAnswer extends TextAnswer {
  private final Reply reply;

  HttpAnswer(Reply reply) {
    super(reply.body().toString());
    this.reply = reply;
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
  public int size() {
    return reply.body().length();
  }

  /** Headers and body: all that a user gets to see. */
  String everything() {
    var all = new StringBuilder(text().length() + 256);
    reply
        .headers()
        .forEach((name, value) -> all.append(name).append(": ").append(value).append('\n'));
    return all.append(text()).toString();
  }
}
