package dev.harness.run;

import java.security.SecureRandom;

/** Names of runs: short, and unlikely to meet twice on a machine. */
public final class RunId {
  private static final int BITS = 32;

  private RunId() {}

  /** Eight hexadecimal digits. */
  public static String random() {
    return "%08x".formatted(new SecureRandom().nextLong(1L << BITS));
  }
}
