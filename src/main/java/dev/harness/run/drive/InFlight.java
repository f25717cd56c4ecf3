package dev.harness.run.drive;

import org.jspecify.annotations.Nullable;

/**
 * The operations of one lane that are under way, oldest first. All have the same timeout, so the
 * oldest is the first to run out of time: one look at it replaces a timer for each.
 */
final class InFlight {
  private @Nullable Attempt oldest;
  private @Nullable Attempt newest;
  private int size;
  private int peak;
  private long integral;
  private long changedNanos;

  void add(Attempt attempt, long now) {
    pass(now);
    attempt.older = newest;
    if (newest == null) {
      oldest = attempt;
    } else {
      newest.newer = attempt;
    }
    newest = attempt;
    peak = Math.max(peak, ++size);
  }

  void remove(Attempt attempt, long now) {
    pass(now);
    if (attempt.older == null) {
      oldest = attempt.newer;
    } else {
      attempt.older.newer = attempt.newer;
    }
    if (attempt.newer == null) {
      newest = attempt.older;
    } else {
      attempt.newer.older = attempt.older;
    }
    attempt.older = null;
    attempt.newer = null;
    size--;
  }

  @Nullable Attempt oldest() {
    return oldest;
  }

  int size() {
    return size;
  }

  /** Operations under way, integrated over time: of two for three seconds, six. */
  long integralNanos() {
    return integral;
  }

  private void pass(long now) {
    integral += size * (now - changedNanos);
    changedNanos = now;
  }

  /** The most that were ever under way at once. */
  int peak() {
    return peak;
  }
}
