package dev.harness.verdict;

/** What one offer of a load shows of the target. */
public enum Trial {
  /** The target bore it: every limit was kept. */
  BORNE,
  /** A limit was broken. */
  BROKEN,
  /** The load was not offered as it should have been: it says nothing of the target. */
  UNFIT;

  /**
   * What it shows, given the generator's part in it. A limit that was kept in spite of a late
   * generator was kept; one that was broken may be the generator's fault.
   *
   * @param kept whether every limit was
   */
  public static Trial of(boolean kept, Fitness fitness) {
    if (fitness.spoiled().isPresent() || (!kept && fitness.excuse().isPresent())) {
      return UNFIT;
    }
    return kept ? BORNE : BROKEN;
  }
}
