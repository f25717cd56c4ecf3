package dev.harness.measure;

/**
 * One operation's life, in nanoseconds of the run's clock.
 *
 * @param operation what was done, as its phase is called
 * @param user whose operation it was
 * @param intendedNanos when it was due
 * @param sentNanos when it was sent; equal to {@code doneNanos} where it never was
 * @param doneNanos when its outcome was known
 * @param outcome how it ended
 */
public record Sample(
    String operation,
    String user,
    long intendedNanos,
    long sentNanos,
    long doneNanos,
    Outcome outcome) {

  /** Done − intended: what a user waits. */
  public long responseNanos() {
    return doneNanos - intendedNanos;
  }

  /** Done − sent: what the target takes. */
  public long serviceNanos() {
    return doneNanos - sentNanos;
  }
}
