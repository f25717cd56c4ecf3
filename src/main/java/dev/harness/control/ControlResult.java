package dev.harness.control;

import java.util.Optional;

/**
 * What came of a control.
 *
 * @param missed what the check said instead of what it must; empty where all is well
 * @param seconds it took
 */
public record ControlResult(Control control, Optional<String> missed, double seconds) {

  public boolean asExpected() {
    return missed.isEmpty();
  }

  /** In a few words, as {@code caught by connection_leak_rate}. */
  public String text() {
    return missed.orElseGet(control.expected()::text);
  }
}
