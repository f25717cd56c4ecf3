package dev.harness.check.scenario;

import dev.harness.plan.scenario.Answer;
import dev.harness.run.port.HttpTarget.Reply;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.pointer.JsonPointer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An HTTP answer; its body is read as JSON when somebody first asks. */
final class HttpAnswer implements Answer {
  private static final Object NOT_THERE = new Object();

  private final Reply reply;
  private final String text;
  private @Nullable Object json;

  HttpAnswer(Reply reply) {
    this.reply = reply;
    this.text = reply.body().toString();
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
    Object found = JsonPointer.from(pointer).queryJsonOrDefault(document(), NOT_THERE);
    if (found == NOT_THERE) {
      return Optional.empty();
    }
    return Optional.of(found instanceof String string ? string : Json.encode(found));
  }

  /** Headers and body: all that a user gets to see. */
  String everything() {
    var all = new StringBuilder(text.length() + 256);
    reply
        .headers()
        .forEach((name, value) -> all.append(name).append(": ").append(value).append('\n'));
    return all.append(text).toString();
  }

  private Object document() {
    if (json == null) {
      json = decoded();
    }
    return json;
  }

  private Object decoded() {
    try {
      Object decoded = Json.decodeValue(reply.body());
      return decoded == null ? NOT_THERE : decoded;
    } catch (DecodeException e) {
      return NOT_THERE;
    }
  }
}
