package dev.harness.verdict;

import java.util.Collection;
import java.util.Comparator;

/** What the program tells the shell. Declared by weight: of several, the first stands for all. */
public enum ExitCode {
  /** Wrong usage, or a file that cannot be read or is not valid; nothing was started. */
  USAGE(64),
  /** Interrupted from the terminal: what was measured is kept and reported as partial. */
  INTERRUPTED(130),
  /** Asked to end: what was measured is kept and reported as partial. */
  TERMINATED(143),
  /** The harness itself went wrong. */
  INTERNAL(70),
  /** A threshold was broken, something leaked, users were not kept apart, or it got worse. */
  FAILED(1),
  /** Target, database or agents could not be reached, or were lost. */
  UNREACHABLE(4),
  /**
   * No data, not steady, generator saturated, or a control not caught: nothing can be concluded.
   */
  INCONCLUSIVE(3),
  /** Passed. */
  PASSED(0);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** Of several that apply, the one that is told; {@link #PASSED} where none does. */
  public static ExitCode of(Collection<ExitCode> codes) {
    return codes.stream().min(Comparator.naturalOrder()).orElse(PASSED);
  }

  /** What a verdict on the whole run is told as. */
  public static ExitCode of(Verdict verdict) {
    return switch (verdict) {
      case PASS -> PASSED;
      case BREACH -> FAILED;
      case NOT_RUN, NO_DATA, INCONCLUSIVE -> INCONCLUSIVE;
      case ERROR -> UNREACHABLE;
    };
  }
}
