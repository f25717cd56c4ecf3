package dev.harness.plan;

import java.util.List;

/** A trigger that cannot be read. */
public final class InvalidTriggerException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  InvalidTriggerException(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  /** All that is wrong with it, and what is allowed, each in one line. */
  public List<String> problems() {
    return problems;
  }
}
