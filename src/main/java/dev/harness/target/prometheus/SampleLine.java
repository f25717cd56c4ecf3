package dev.harness.target.prometheus;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line with a sample, read from left to right. */
final class SampleLine {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
  private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

  /** In a label, before which a backslash makes it what follows. */
  private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\\"n])");

  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\[\\\\\"n])*)\"");
  private static final Pattern VALUE = Pattern.compile("[^\\s#]+");

  /** A time, and of OpenMetrics an exemplar, neither of which is of use here. */
  private static final Pattern REST =
      Pattern.compile("([ \\t]+-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?)?([ \\t]+#.*)?[ \\t]*");

  private final String line;
  private int at;

  SampleLine(String line) {
    this.line = line;
  }

  Exposition.Sample read() {
    String name = next(NAME, "the name of a metric");
    var labels = new LinkedHashMap<String, String>();
    if (at < line.length() && line.charAt(at) == '{') {
      at++;
      readLabels(labels);
    }
    skipSpaces();
    double value = number(next(VALUE, "a value"));
    if (!REST.matcher(line).region(at, line.length()).matches()) {
      throw expected("a time or nothing");
    }
    return new Exposition.Sample(name, labels, value);
  }

  private void readLabels(Map<String, String> labels) {
    skipSpaces();
    while (!skip('}')) {
      String label = next(LABEL, "the name of a label or \"}\"");
      skipSpaces();
      if (!skip('=')) {
        throw expected("\"=\"");
      }
      skipSpaces();
      if (labels.put(label, unescaped(next(QUOTED, "a text in quotes"))) != null) {
        throw expected("a label that is not there yet");
      }
      skipSpaces();
      if (!skip(',') && !(at < line.length() && line.charAt(at) == '}')) {
        throw expected("\",\" or \"}\"");
      }
      skipSpaces();
    }
  }

  private static String unescaped(String quoted) {
    return ESCAPED
        .matcher(quoted.substring(1, quoted.length() - 1))
        .replaceAll(
            found -> found.group(1).equals("n") ? "\n" : Matcher.quoteReplacement(found.group(1)));
  }

  private double number(String text) {
    return switch (text) {
      case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      case "NaN" -> Double.NaN;
      default -> {
        try {
          yield Double.parseDouble(text);
        } catch (NumberFormatException e) {
          throw new IllegalArgumentException("\"%s\" is no number".formatted(shown(text)), e);
        }
      }
    };
  }

  private String next(Pattern what, String words) {
    Matcher matcher = what.matcher(line).region(at, line.length());
    if (!matcher.lookingAt()) {
      throw expected(words);
    }
    at = matcher.end();
    return matcher.group();
  }

  private boolean skip(char wanted) {
    boolean there = at < line.length() && line.charAt(at) == wanted;
    if (there) {
      at++;
    }
    return there;
  }

  private void skipSpaces() {
    while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
      at++;
    }
  }

  private IllegalArgumentException expected(String words) {
    return new IllegalArgumentException(
        "%s is expected at character %d, not \"%s\""
            .formatted(words, at + 1, shown(line.substring(at))));
  }

  /** No more of it than a person reads. */
  private static String shown(String text) {
    return text.length() > 20 ? text.substring(0, 20) + "…" : text;
  }
}
