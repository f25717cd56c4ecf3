package dev.harness.config;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of comma-separated values (RFC 4180): a value in quotes may have commas, line ends and
 * {@code ""}.
 */
final class CsvLine {
  private final String text;
  private int at;

  private CsvLine(String text) {
    this.text = text;
  }

  /** Its values, up to its end. */
  static List<String> values(String text) {
    var line = new CsvLine(text);
    var values = new ArrayList<String>();
    do {
      values.add(line.value());
    } while (line.skip(','));
    return values;
  }

  private String value() {
    return skip('"') ? quoted() : plain();
  }

  private String plain() {
    int from = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(from, at);
  }

  /** Up to the quote that is not doubled, or to the end of the file. */
  private String quoted() {
    var value = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"' && !skip('"')) {
        break;
      }
      value.append(c);
    }
    return value.append(plain()).toString();
  }

  private boolean skip(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }
}
