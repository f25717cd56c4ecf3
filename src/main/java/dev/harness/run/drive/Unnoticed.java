package dev.harness.run.drive;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Operations that a lane noticed too late, by number. They come in ranges, one for each time that
 * its loop stood still for longer than anything may be late: no more of them can wait at once than
 * there are such times within a timeout.
 */
final class Unnoticed {
  private final Deque<Range> ranges = new ArrayDeque<>();

  /**
   * @param end the first after the range
   */
  private record Range(long from, long end) {}

  /** One more, of a higher number than those before. */
  void add(long n) {
    Range last = ranges.peekLast();
    boolean next = last != null && last.end == n;
    ranges.addLast(new Range(next ? ranges.removeLast().from : n, n + 1));
  }

  /** Whether it is one of them. Asked in rising order, so that those before can be forgotten. */
  boolean contains(long n) {
    while (!ranges.isEmpty() && ranges.getFirst().end <= n) {
      ranges.removeFirst();
    }
    return !ranges.isEmpty() && ranges.getFirst().from <= n;
  }
}
