package dev.harness.plan.scenario;

import java.util.regex.Pattern;

/**
 * Something of an answer that later steps use as {@code ${name}}.
 *
 * @param name letters, digits and {@code _}, beginning with a letter
 * @param optional whether the step is content where it is not there
 */
public record Capture(String name, Place place, boolean optional) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  public Capture {
    requireName(name);
  }

  static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a variable is named with letters, digits and _, not \"%s\"".formatted(name));
    }
  }
}
