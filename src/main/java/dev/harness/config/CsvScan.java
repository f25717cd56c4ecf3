package dev.harness.config;

import java.nio.ByteBuffer;

/**
 * Goes through the lines of a CSV text without reading their values (RFC 4180): a line end in
 * quotes does not end one. All that matters is ASCII, and the same in UTF-8.
 */
final class CsvScan {
  private final ByteBuffer text;
  private int begin;
  private int end;
  private int number;
  private int next = 1;

  /** What a character means where it stands. */
  private enum State {
    BEGIN,
    PLAIN,
    QUOTED,
    /** After a quote in quotes: the first of two, or the last. */
    QUOTE;

    State after(byte c) {
      if (this == QUOTED) {
        return c == '"' ? QUOTE : QUOTED;
      }
      if (c == '"' && this != PLAIN) {
        return QUOTED;
      }
      return c == ',' ? BEGIN : PLAIN;
    }
  }

  CsvScan(ByteBuffer text) {
    this.text = text;
  }

  /** Goes to the next line, if there is one. */
  boolean next() {
    begin = end;
    number = next;
    var state = State.BEGIN;
    for (int at = begin; at < text.limit(); at++) {
      byte c = text.get(at);
      boolean lineEnd = c == '\n' || c == '\r';
      if (lineEnd && state != State.QUOTED) {
        boolean two = c == '\r' && at + 1 < text.limit() && text.get(at + 1) == '\n';
        end = at + (two ? 2 : 1);
        next++;
        return true;
      }
      next += c == '\n' ? 1 : 0;
      state = state.after(c);
    }
    end = text.limit();
    return end > begin;
  }

  /** Where the line begins. */
  int begin() {
    return begin;
  }

  /** Where the next one does. */
  int end() {
    return end;
  }

  /** The number of its first line in the file, from 1. */
  int number() {
    return number;
  }
}
