package dev.harness.compare;

/** What became of a metric from one run to the next. */
public enum Change {
  /** Worse by more than the margin, and by more than chance. */
  REGRESSED,
  /** Not known to be worse, nor that it is not. */
  INCONCLUSIVE,
  /** At most worse by the margin. */
  UNCHANGED,
  /** Better by more than the margin, and by more than chance. */
  IMPROVED
}
