package dev.harness.cli;

import java.security.SecureRandom;

/** Names of runs: short, and unlikely to meet twice on a machine. */
final class RunId {
  private static final int BITS = 32;

  private RunId() {}

  static String random() {
    return "%08x".formatted(new SecureRandom().nextLong(1L << BITS));
  }
}
