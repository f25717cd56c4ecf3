package dev.harness.run.drive;

import java.util.PriorityQueue;

/**
 * When the users of a closed load who pause will be back. The first to be back is known, so that
 * one look at it replaces a timer for each.
 */
final class Pauses {
  private final PriorityQueue<Long> ends = new PriorityQueue<>();

  /** One more user pauses until then. */
  void add(long endNanos) {
    ends.add(endNanos);
  }

  /** How many still pause at that time, which never goes back. */
  int lastingAt(long now) {
    while (!ends.isEmpty() && ends.peek() <= now) {
      ends.remove();
    }
    return ends.size();
  }

  /** When the next is back; {@link Intentions#NEVER} where nobody pauses. */
  long nextEndNanos() {
    return ends.isEmpty() ? Intentions.NEVER : ends.peek();
  }
}
