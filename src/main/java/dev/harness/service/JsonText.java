package dev.harness.service;

/**
 * Text as JSON. Answers and events have three fields and are written by the thousand, so they are
 * put together by hand; only their texts need care.
 */
final class JsonText {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private JsonText() {}

  /** The text between quotes, escaped where it must be. */
  static String quoted(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (mustEscape(text.charAt(i))) {
        return escaped(text);
      }
    }
    return '"' + text + '"';
  }

  private static boolean mustEscape(char c) {
    return c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c);
  }

  private static String escaped(String text) {
    var json = new StringBuilder(text.length() + 16).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (mustEscape(c)) {
        // Surrogates too: an unpaired one would not survive UTF-8.
        json.append("\\u")
            .append(HEX[c >> 12])
            .append(HEX[c >> 8 & 15])
            .append(HEX[c >> 4 & 15])
            .append(HEX[c & 15]);
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
