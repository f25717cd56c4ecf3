package dev.harness.target.child;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line with which a service says that it listens: {@code {"ready":"http://127.0.0.1:40123"}}.
 */
public record ReadyLine(String host, int port) {
  private static final Pattern LINE =
      Pattern.compile("\\{\"ready\":\"http://([0-9.]+):([0-9]{1,5})\"\\}");

  static boolean isOne(String line) {
    return LINE.matcher(line).matches();
  }

  static ReadyLine parse(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a ready line: " + line);
    }
    return new ReadyLine(parts.group(1), Integer.parseInt(parts.group(2)));
  }

  /** As it is printed. */
  public String text() {
    return "{\"ready\":\"http://%s:%d\"}".formatted(host, port);
  }
}
