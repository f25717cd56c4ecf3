package dev.harness.plan;

/**
 * A check's name.
 *
 * @param name kebab case, unique in its suite
 */
public record CheckId(Suite suite, String name) {
  public CheckId {
    KebabCase.require("a check", name);
  }

  /** Suite and name, as {@code database/connection-leaks}. */
  @Override
  public String toString() {
    return suite.id() + "/" + name;
  }
}
