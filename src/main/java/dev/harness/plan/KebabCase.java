package dev.harness.plan;

import java.util.regex.Pattern;

/** How checks, scenarios and steps are named: {@code connection-leaks}. */
public final class KebabCase {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private KebabCase() {}

  /**
   * Lets pass what is so named.
   *
   * @param what is named, as {@code a check}
   * @throws IllegalArgumentException for any other name
   */
  public static void require(String what, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "%s is named in kebab case, not \"%s\"".formatted(what, name));
    }
  }
}
