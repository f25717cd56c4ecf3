package dev.harness.report;

import java.util.regex.Pattern;

/** Text that may come from outside, made harmless for a terminal. */
public final class TerminalText {
  /**
   * Controls (escape, line feed, …), what is not seen or turns the writing, and line separators.
   */
  private static final Pattern HARMFUL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

  private TerminalText() {}

  /** The same in one line, with a space for each run of characters that could do more than show. */
  public static String line(String text) {
    return HARMFUL.matcher(text).replaceAll(" ").strip();
  }
}
