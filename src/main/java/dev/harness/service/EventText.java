package dev.harness.service;

import dev.harness.reference.UserEvent;

/**
 * An event on the wire: {@code {"seq":17,"token":"…","data":"…"}}. All but the number is the same
 * for all events of one emitting stream, so it is put together once and emitted as the payload; the
 * token in it is that of the user for whom it was emitted, wherever it arrives.
 */
final class EventText {
  private static final int TYPICAL_LENGTH = 120;
  private static final int TYPICAL_SEQUENCE_DIGITS = 6;
  private static final int SHORTEST_DATA = 8;

  private EventText() {}

  /** The members after the number, filled up with data to about 120 characters in all. */
  static String payload(String token) {
    String members = "\"token\":" + JsonText.quoted(token) + ",\"data\":";
    int envelope = "{\"seq\":,\"\"}".length() + TYPICAL_SEQUENCE_DIGITS;
    int data = Math.max(SHORTEST_DATA, TYPICAL_LENGTH - envelope - members.length());
    return members + JsonText.quoted("x".repeat(data));
  }

  static String of(UserEvent event) {
    return "{\"seq\":" + event.sequence() + "," + event.payload() + "}";
  }
}
