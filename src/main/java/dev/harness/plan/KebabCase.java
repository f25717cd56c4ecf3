package dev.harness.plan;

import java.util.regex.Pattern;

/** How checks, scenarios and steps are named: {@code connection-leaks}. */
public final class KebabCase {
  private static final int LONGEST = 100;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private KebabCase() {}

  /**
   * Lets pass what is so named.
   *
   * @param what is named, as {@code a check}
   * @throws IllegalArgumentException for any other name, and for one of more than 100 characters
   */
  public static void require(String what, String name) {
    if (name.length() > LONGEST) {
      throw new IllegalArgumentException(
          "%s is named with at most %d characters, not %,d"
              .formatted(what, LONGEST, name.length()));
    }
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "%s is named in kebab case, not \"%s\"".formatted(what, name));
    }
  }
}
