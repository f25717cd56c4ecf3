package dev.harness.monitor;

import dev.harness.run.port.Readings;

/** What a source gave at a look. */
public sealed interface Answer {

  /** Readings. */
  record Told(Readings readings) implements Answer {}

  /**
   * Nothing.
   *
   * @param reason why, for a person
   */
  record Silent(String reason) implements Answer {}
}
