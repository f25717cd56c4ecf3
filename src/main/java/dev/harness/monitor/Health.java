package dev.harness.monitor;

import dev.harness.plan.AlertRule.Severity;
import java.util.Locale;

/** How what is watched is, told to the shell by its own number. */
public enum Health {
  HEALTHY(0),
  WARNING(1),
  CRITICAL(2);

  private final int exitCode;

  Health(int exitCode) {
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }

  /** As reports write it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What an alarm makes of it that fired; to be informed of something is no illness. */
  static Health of(Severity severity) {
    return switch (severity) {
      case CRITICAL -> CRITICAL;
      case WARNING -> WARNING;
      case INFO -> HEALTHY;
    };
  }
}
