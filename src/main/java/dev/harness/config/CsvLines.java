package dev.harness.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Comma-separated values (RFC 4180): a value in quotes may have commas, line ends and {@code ""}.
 */
final class CsvLines {
  private final String text;
  private final List<Line> lines = new ArrayList<>();
  private int at;
  private int line = 1;

  private CsvLines(String text) {
    this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /**
   * A line, which quotes may stretch over several of the file.
   *
   * @param number of its first in the file, from 1
   */
  record Line(int number, List<String> values) {
    Line {
      values = List.copyOf(values);
    }
  }

  /** Its lines but for empty ones. */
  static List<Line> of(String text) {
    var csv = new CsvLines(text);
    while (csv.at < csv.text.length()) {
      csv.readLine();
    }
    return csv.lines;
  }

  private void readLine() {
    int number = line;
    var values = new ArrayList<String>();
    do {
      values.add(value());
    } while (skip(','));
    skip('\r');
    skip('\n');
    line++;
    if (values.size() > 1 || !values.get(0).isEmpty()) {
      lines.add(new Line(number, values));
    }
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
      line += c == '\n' ? 1 : 0;
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
