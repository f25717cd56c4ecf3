package dev.harness.verdict;

import java.util.Collection;

/** What can be said of a promise. In order of weight: of several, the heaviest stands for all. */
public enum Verdict {
  /**
   * It never began, does not apply, or lacks a limit that it needs: it says nothing, for or
   * against.
   */
  NOT_RUN,
  /** The figure keeps to its limit. */
  PASS,
  /** There is no figure, and nothing may be concluded from that. */
  NO_DATA,
  /** There is a figure, and it cannot be trusted. */
  INCONCLUSIVE,
  /** The figure breaks its limit. */
  BREACH,
  /** The check itself could not be carried through. */
  ERROR;

  /** The heaviest of several; {@link #NO_DATA} of none, because nothing is not a pass. */
  public static Verdict of(Collection<Verdict> verdicts) {
    return verdicts.stream().max(Verdict::compareTo).orElse(NO_DATA);
  }

  /** Lower case, as reports write it. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** In the words of the first suite, as pipelines read it. */
  public String status() {
    return switch (this) {
      case PASS -> "PASSED";
      case BREACH -> "FAILED";
      case ERROR -> "ERROR";
      case NOT_RUN, NO_DATA, INCONCLUSIVE -> "INCONCLUSIVE";
    };
  }
}
