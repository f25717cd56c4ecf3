package dev.harness.reference;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * One stream's bounded queue. Numbering and queueing are one step under its lock, which is held for
 * nanoseconds and by nobody else's stream: so events are queued in the order of their numbers,
 * whichever threads emit.
 */
final class EventQueue {
  /** What became of an event that was offered. */
  enum Offer {
    TAKEN,
    OVERFLOW,
    ENDED
  }

  private final int capacity;
  private final Deque<UserEvent> events = new ArrayDeque<>();
  private long sequence;
  private long bytes;
  private boolean ended;

  EventQueue(int capacity) {
    this.capacity = capacity;
  }

  int capacity() {
    return capacity;
  }

  synchronized Offer offer(String payload) {
    if (ended) {
      return Offer.ENDED;
    }
    if (events.size() == capacity) {
      return Offer.OVERFLOW;
    }
    events.add(new UserEvent(++sequence, payload));
    bytes += payload.length();
    return Offer.TAKEN;
  }

  synchronized @Nullable UserEvent poll() {
    UserEvent event = events.poll();
    if (event != null) {
      bytes -= event.payload().length();
    }
    return event;
  }

  /** Takes nothing more and forgets what it holds; returns how many events that were. */
  synchronized int end() {
    int left = events.size();
    ended = true;
    events.clear();
    bytes = 0;
    return left;
  }

  synchronized int size() {
    return events.size();
  }

  synchronized long bytes() {
    return bytes;
  }
}
