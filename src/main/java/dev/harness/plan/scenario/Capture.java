package dev.harness.plan.scenario;

import java.util.regex.Pattern;

/**
 * Something of an answer that later steps use as {@code ${name}}.
 *
 * @param name letters, digits and {@code _}, beginning with a letter
 */
public record Capture(String name, Place place) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  public Capture {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a capture is named with letters, digits and _, not \"%s\"".formatted(name));
    }
  }
}
