package dev.harness.service;

import dev.harness.reference.Periodic;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** The open WebSocket connections, pinged by one timer so that vanished peers are found. */
final class Connections implements AutoCloseable {
  private final Set<EventConnection> open = ConcurrentHashMap.newKeySet();
  private final LongAdder vanished = new LongAdder();
  private final LongAdder acknowledged = new LongAdder();
  private final Runnable stopPinging;

  Connections(Periodic periodic, Duration idlePing) {
    stopPinging = periodic.every(idlePing, this::ping);
  }

  void add(EventConnection connection) {
    open.add(connection);
  }

  void remove(EventConnection connection) {
    open.remove(connection);
  }

  void acknowledged(long events) {
    acknowledged.add(events);
  }

  int open() {
    return open.size();
  }

  /** Connections that were ended because their peer gave no sign of life. */
  long vanished() {
    return vanished.sum();
  }

  /** Events that are on their way into a socket now. */
  int unsent() {
    return open.stream().mapToInt(EventConnection::unsent).sum();
  }

  /** Those of one user. */
  long openOf(String userId) {
    return of(userId).count();
  }

  /** Events that are on their way into sockets of one user. */
  long unsentOf(String userId) {
    return of(userId).mapToLong(EventConnection::unsent).sum();
  }

  private Stream<EventConnection> of(String userId) {
    return open.stream().filter(connection -> connection.userId().equals(userId));
  }

  /** Events that clients have acknowledged. */
  long acknowledged() {
    return acknowledged.sum();
  }

  @Override
  public void close() {
    stopPinging.run();
  }

  private void ping() {
    for (EventConnection connection : open) {
      if (!connection.ping()) {
        vanished.increment();
      }
    }
  }
}
