package dev.harness.plan.scenario;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where something stands in an answer. */
public sealed interface Place {
  /** What a header's name is written behind. */
  String HEADER = "header ";

  /**
   * Reads one: a JSON Pointer, or {@code header Location}.
   *
   * @throws IllegalArgumentException saying what is allowed
   */
  static Place parse(String text) {
    if (text.startsWith(HEADER)) {
      return new InHeader(text.substring(HEADER.length()));
    }
    if (!text.isEmpty() && !text.startsWith("/")) {
      throw new IllegalArgumentException(
          "\"%s\" is no place in an answer; write a JSON Pointer, as /items/0/id, or \"header NAME\""
              .formatted(text));
    }
    return new InJson(text);
  }

  /** The pointer, or the name of the column or header. */
  String name();

  /** What stands there, if anything does. */
  Optional<String> in(Answer answer);

  /** What a failure to find it is called. */
  String missing();

  /** What a failure to find the right thing there is called. */
  String differs();

  /**
   * In a JSON body.
   *
   * @param pointer RFC 6901: {@code /items/0/id}, or empty for the whole
   */
  record InJson(String pointer) implements Place {
    private static final Pattern STRAY = Pattern.compile("~(?![01])");

    public InJson {
      boolean begins = pointer.isEmpty() || pointer.startsWith("/");
      if (!begins || STRAY.matcher(pointer).find()) {
        throw new IllegalArgumentException(
            "\"%s\" is no JSON Pointer; write one as /items/0/id, with ~0 for ~ and ~1 for /"
                .formatted(pointer));
      }
    }

    @Override
    public String name() {
      return pointer;
    }

    @Override
    public Optional<String> in(Answer answer) {
      return answer.json(pointer);
    }

    @Override
    public String missing() {
      return "json-missing:" + pointer;
    }

    @Override
    public String differs() {
      return "json-differs:" + pointer;
    }
  }

  /**
   * A column of the first row that a statement gave.
   *
   * @param name as the database calls it
   */
  record InColumn(String name) implements Place {
    @Override
    public Optional<String> in(Answer answer) {
      return answer.json("/0/" + name.replace("~", "~0").replace("/", "~1"));
    }

    @Override
    public String missing() {
      return "column-missing:" + name;
    }

    @Override
    public String differs() {
      return "column-differs:" + name;
    }
  }

  /**
   * A header.
   *
   * @param name in any case
   */
  record InHeader(String name) implements Place {
    public InHeader {
      HeaderName.require(name);
    }

    @Override
    public Optional<String> in(Answer answer) {
      return answer.header(name);
    }

    @Override
    public String missing() {
      return "header-missing:" + name;
    }

    @Override
    public String differs() {
      return "header-differs:" + name;
    }
  }
}
