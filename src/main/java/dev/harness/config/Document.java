package dev.harness.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.harness.config.Located.Member;
import dev.harness.config.Located.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a document so that each value keeps its line and column. */
final class Document {
  /** Far more than any file of ours needs, and little enough for any stack. */
  private static final int DEEPEST = 20;

  /** What the parser's messages say to programmers. */
  private static final Pattern INTERNALS =
      Pattern.compile(
          " \\(not recognized as one since [^)]*\\)|: enable `[^`]*` to allow|, from `[^`]*`"
              + "|Source: REDACTED \\(`[^`]*` disabled\\); ");

  /**
   * YAML's parser tells on several lines, with an excerpt, and what it was at before the problem.
   */
  private static final Pattern YAML_PROBLEM =
      Pattern.compile(
          "(?s).*^(?<what>[^\\n]+)\\n in .reader., line (?<line>\\d+), column (?<column>\\d+)",
          Pattern.MULTILINE);

  private final String file;
  private final JsonParser parser;
  private final int deepest;

  private Document(String file, JsonParser parser, int deepest) {
    this.file = file;
    this.parser = parser;
    this.deepest = deepest;
  }

  /**
   * @throws InvalidFileException where the text is not one document of that notation
   */
  static Located parse(String file, byte[] text, Notation notation) {
    return parse(file, text, notation, DEEPEST);
  }

  /**
   * The same of a document that is not ours.
   *
   * @param deepest levels that it may have
   */
  static Located parse(String file, byte[] text, Notation notation, int deepest) {
    try (JsonParser parser = notation.parser(text)) {
      var document = new Document(file, parser, deepest);
      if (parser.nextToken() == null) {
        throw document.invalid(parser.currentLocation(), "the file is empty");
      }
      Located root = document.value();
      if (parser.nextToken() != null) {
        throw document.invalid(parser.currentTokenLocation(), "nothing may follow the document");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw new InvalidFileException(List.of(problem(file, notation, e)));
    } catch (IOException e) {
      // Nothing is read here: the bytes are in no encoding that a document may have.
      throw new InvalidFileException(List.of(notInUtf8(file, notation)));
    }
  }

  private static Problem notInUtf8(String file, Notation notation) {
    return new Problem(file, 1, 1, "not %s: it is not in UTF-8".formatted(notation));
  }

  private static Problem problem(String file, Notation notation, JsonProcessingException e) {
    String message = INTERNALS.matcher(e.getOriginalMessage()).replaceAll("");
    Matcher yaml = YAML_PROBLEM.matcher(message);
    if (yaml.find()) {
      int line = Integer.parseInt(yaml.group("line"));
      int column = Integer.parseInt(yaml.group("column"));
      return new Problem(file, line, column, "not YAML: " + yaml.group("what"));
    }
    if (message.contains("CharConversionException")) {
      return notInUtf8(file, notation);
    }
    JsonLocation at = e.getLocation();
    return Problem.at(
        file,
        at == null ? new Position(1, 1) : position(at),
        "not %s: %s".formatted(notation, message.lines().findFirst().orElse("")));
  }

  private Located value() throws IOException {
    Position at = position(parser.currentTokenLocation());
    if (parser.getParsingContext().getNestingDepth() > deepest) {
      throw invalid(
          parser.currentTokenLocation(), "nested more than %d levels deep".formatted(deepest));
    }
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      throw invalid(parser.currentTokenLocation(), "aliases are not read; write it out");
    }
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> struct(at);
      case START_ARRAY -> sequence(at);
      case VALUE_STRING -> new Located.Text(at, parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Located.Numeric(at, parser.getDoubleValue(), parser.getText());
      case VALUE_TRUE, VALUE_FALSE -> new Located.Truth(at, token == JsonToken.VALUE_TRUE);
      case VALUE_NULL -> new Located.Null(at);
      default -> throw invalid(parser.currentTokenLocation(), "unexpected " + token);
    };
  }

  private Located struct(Position at) throws IOException {
    var members = new LinkedHashMap<String, Member>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      JsonLocation nameAt = parser.currentTokenLocation();
      String name = parser.currentName();
      parser.nextToken();
      if (members.put(name, new Member(position(nameAt), value())) != null) {
        throw invalid(nameAt, "\"%s\" stands here a second time".formatted(name));
      }
    }
    return new Located.Struct(at, members);
  }

  private Located sequence(Position at) throws IOException {
    var items = new ArrayList<Located>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    return new Located.Sequence(at, items);
  }

  private InvalidFileException invalid(JsonLocation at, String what) {
    return new InvalidFileException(List.of(Problem.at(file, position(at), what)));
  }

  private static Position position(JsonLocation location) {
    return new Position(location.getLineNr(), location.getColumnNr());
  }
}
