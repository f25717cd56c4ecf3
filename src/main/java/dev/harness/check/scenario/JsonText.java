package dev.harness.check.scenario;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.pointer.JsonPointer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A text that may be JSON; it is read as that when somebody first asks. */
final class JsonText {
  private static final Object NOT_THERE = new Object();

  private final String text;
  private @Nullable Object document;

  JsonText(String text) {
    this.text = text;
  }

  /** What stands there, as {@link dev.harness.plan.scenario.Answer#json} tells it. */
  Optional<String> at(String pointer) {
    Object found = JsonPointer.from(pointer).queryJsonOrDefault(document(), NOT_THERE);
    if (found == NOT_THERE) {
      return Optional.empty();
    }
    return Optional.of(words(found));
  }

  /** Those of an array, each as {@link #at} tells it; nothing where the text is none. */
  static Optional<List<String>> items(String text) {
    return new JsonText(text).document() instanceof JsonArray array
        ? Optional.of(array.stream().map(JsonText::words).toList())
        : Optional.empty();
  }

  private static String words(Object found) {
    return found instanceof String string ? string : Json.encode(found);
  }

  private Object document() {
    if (document == null) {
      document = decoded();
    }
    return document;
  }

  private Object decoded() {
    try {
      Object decoded = Json.decodeValue(text);
      return decoded == null ? NOT_THERE : decoded;
    } catch (DecodeException e) {
      return NOT_THERE;
    }
  }
}
