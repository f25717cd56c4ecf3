package dev.harness.run.drive;

import dev.harness.user.UserExecutionContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One operation under way. Belongs to the event loop that fired it. */
public final class Attempt {
  private final long index;
  private final UserExecutionContext context;
  final long intendedNanos;
  final long sentNanos;
  private final long timeLeftNanos;

  /** Neighbours in the list of what is under way, oldest first. */
  @Nullable Attempt older;

  @Nullable Attempt newer;
  boolean settled;
  private @Nullable Runnable abandon;

  Attempt(
      long index,
      UserExecutionContext context,
      long intendedNanos,
      long sentNanos,
      long timeoutNanos) {
    this.index = index;
    this.context = context;
    this.intendedNanos = intendedNanos;
    this.sentNanos = sentNanos;
    this.timeLeftNanos = timeoutNanos - (sentNanos - intendedNanos);
  }

  /** Its place in the load, from 0. */
  public long index() {
    return index;
  }

  /** Whose operation it is. */
  public UserExecutionContext context() {
    return context;
  }

  /** From when it was sent until nobody waits for it any more; at least 0. */
  public Duration timeLeft() {
    return Duration.ofNanos(Math.max(0, timeLeftNanos));
  }

  /** Whether nobody waits for it any more: what has not been begun of it need not be. */
  public boolean over() {
    return settled;
  }

  /** Says how to break it off once nobody waits for it any more; if nobody does, at once. */
  public void onAbandon(Runnable action) {
    abandon = action;
    if (settled) {
      abandon();
    }
  }

  void abandon() {
    if (abandon == null) {
      return;
    }
    try {
      abandon.run();
    } catch (RuntimeException e) {
      // It has ended already, as far as the lane goes: that it lingers on must not stop the others.
    }
  }
}
