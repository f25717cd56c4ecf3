package dev.harness.measure;

/**
 * Operations by outcome. Merging is {@link #plus}, with {@link #ZERO}.
 *
 * @param due operations whose intended time has come
 */
public record Counts(
    long due,
    long completed,
    long refused,
    long failed,
    long timedOut,
    long expired,
    long unfinished,
    long dropped) {

  public static final Counts ZERO = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

  public Counts plus(Counts other) {
    return new Counts(
        due + other.due,
        completed + other.completed,
        refused + other.refused,
        failed + other.failed,
        timedOut + other.timedOut,
        expired + other.expired,
        unfinished + other.unfinished,
        dropped + other.dropped);
  }

  /** Operations that have ended, in whatever way. */
  public long ended() {
    return completed + refused + failed + timedOut + expired + unfinished + dropped;
  }

  /** Operations that did not complete, and for which the target is answerable. */
  public long errors() {
    return refused + failed + timedOut + expired;
  }

  /**
   * Operations for which the target is answerable: not those that the generator dropped, nor those
   * that the end of the run cut off.
   */
  public long answerable() {
    return completed + errors();
  }

  /** Whether each operation that was due has exactly one outcome. */
  public boolean conserved() {
    return due == ended();
  }

  /** Operations that went wrong, or of which nobody knows how they went: not those refused. */
  public long wrong() {
    return failed + timedOut + expired + unfinished + dropped;
  }

  /** Completed / due. */
  public Figure success() {
    return due == 0 ? Figure.missing("nothing was due") : Figure.share(successPercent(), due);
  }

  /** Completed / due in percent, whatever their number; NaN where nothing was due. */
  public double successPercent() {
    return due == 0 ? Double.NaN : 100.0 * completed / due;
  }
}
