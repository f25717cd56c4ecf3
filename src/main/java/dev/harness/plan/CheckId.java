package dev.harness.plan;

import java.util.regex.Pattern;

/**
 * A check's name.
 *
 * @param name kebab case, unique in its suite
 */
public record CheckId(Suite suite, String name) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  public CheckId {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a check is named in kebab case, not \"" + name + "\"");
    }
  }

  /** Suite and name, as {@code database/connection-leaks}. */
  @Override
  public String toString() {
    return suite.id() + "/" + name;
  }
}
