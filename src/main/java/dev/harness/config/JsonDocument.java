package dev.harness.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.harness.config.Located.Member;
import dev.harness.config.Located.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a JSON document so that each value keeps its line and column. */
final class JsonDocument {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();

  /** Far more than any file of ours needs, and little enough for any stack. */
  private static final int DEEPEST = 20;

  /** What the parser's messages say to programmers. */
  private static final Pattern INTERNALS =
      Pattern.compile(
          " \\(not recognized as one since [^)]*\\)|: enable `[^`]*` to allow|, from `[^`]*`"
              + "|Source: REDACTED \\(`[^`]*` disabled\\); ");

  private final String file;
  private final JsonParser parser;

  private JsonDocument(String file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * @throws InvalidFileException where the text is not one JSON document
   */
  static Located parse(String file, byte[] text) {
    try (JsonParser parser = JSON.createParser(text)) {
      var document = new JsonDocument(file, parser);
      if (parser.nextToken() == null) {
        throw document.invalid(parser.currentLocation(), "the file is empty");
      }
      Located root = document.value();
      if (parser.nextToken() != null) {
        throw document.invalid(parser.currentTokenLocation(), "nothing may follow the document");
      }
      return root;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new InvalidFileException(
          List.of(
              new Problem(
                  file,
                  at == null ? 1 : at.getLineNr(),
                  at == null ? 1 : at.getColumnNr(),
                  "not JSON: " + INTERNALS.matcher(e.getOriginalMessage()).replaceAll(""))));
    } catch (IOException e) {
      // Nothing is read here: the bytes are in no encoding of JSON.
      throw new InvalidFileException(
          List.of(new Problem(file, 1, 1, "not JSON: it is not in UTF-8")));
    }
  }

  private Located value() throws IOException {
    Position at = position(parser.currentTokenLocation());
    if (parser.getParsingContext().getNestingDepth() > DEEPEST) {
      throw invalid(
          parser.currentTokenLocation(), "nested more than %d levels deep".formatted(DEEPEST));
    }
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> struct(at);
      case START_ARRAY -> sequence(at);
      case VALUE_STRING -> new Located.Text(at, parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Located.Numeric(at, parser.getDoubleValue());
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
