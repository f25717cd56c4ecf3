package dev.harness.control.validation;

/** What is looked at, in this order. */
public enum Part {
  FILES("Files"),
  SYNTAX("Syntax"),
  HOST("Host"),
  DEPENDENCIES("Dependencies"),
  QUICK_CHECKS("Quick Checks"),
  DRY_RUNS("Dry Runs"),
  CONTROLS("Controls");

  private final String label;

  Part(String label) {
    this.label = label;
  }

  /** As a heading. */
  public String label() {
    return label;
  }
}
