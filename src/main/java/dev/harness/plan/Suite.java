package dev.harness.plan;

import java.util.Locale;

/** The families of checks, in the order in which they run. */
public enum Suite {
  CONTEXT,
  ENGINE,
  CONCURRENCY,
  MEMORY,
  WEBSOCKET,
  DATABASE,
  LOAD,
  STRESS,
  STABILITY,
  /** The scenarios of a user's plan. */
  PLAN,
  /** Checks of a user's own code. */
  OWN;

  /** As written on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
