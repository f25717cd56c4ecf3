package dev.harness.plan;

/** How much load and time a run may take. Profiles scale both, never the limits. */
public enum Profile {
  /** At most 60 s on two cores: bursts and short checks, no claim to be steady. */
  QUICK,
  /** At most 5 minutes: the default. */
  STANDARD,
  /** At most 25 minutes: the seed's unscaled numbers. */
  FULL,
  /** As long as it is told. */
  SOAK;

  /** As written on the command line. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
