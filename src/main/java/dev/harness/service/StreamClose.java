package dev.harness.service;

import io.quarkus.websockets.next.CloseReason;

/** Why the service ends a stream. */
final class StreamClose {
  static final CloseReason GOING_AWAY = new CloseReason(1001, "the service stops");
  static final CloseReason FAILED = new CloseReason(1011, "the stream failed");
  static final CloseReason TOO_SLOW = new CloseReason(4408, "too slow: the queue overflowed");
  static final CloseReason VANISHED = new CloseReason(4410, "no sign of life");

  private static final int INVALID = 4400;

  /** A close frame holds 123 bytes of reason, and ours are ASCII. */
  private static final int LONGEST_REASON = 123;

  private StreamClose() {}

  /** The client has said something that it must not. */
  static CloseReason invalid(String reason) {
    return new CloseReason(INVALID, reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
  }
}
