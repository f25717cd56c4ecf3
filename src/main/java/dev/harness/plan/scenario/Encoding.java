package dev.harness.plan.scenario;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** How the value of a variable is written where its template stands. */
public enum Encoding {
  /** As it is: in headers, and in bodies of plain text. */
  PLAIN {
    @Override
    public String of(String value) {
      return value;
    }
  },
  /** Inside the quotes of a JSON string (RFC 8259, section 7). */
  JSON {
    @Override
    public String of(String value) {
      var json = new StringBuilder(value.length());
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if (c == '"' || c == '\\') {
          json.append('\\').append(c);
        } else if (c < ' ') {
          json.append("\\u00").append(HEX.toHexDigits((byte) c));
        } else {
          json.append(c);
        }
      }
      return json.toString();
    }
  },
  /** As one part of a path or a query: all but unreserved characters in percent (RFC 3986, 2.3). */
  PERCENT {
    @Override
    public String of(String value) {
      var encoded = new StringBuilder(value.length());
      for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
        char c = (char) (b & 0xff);
        if (UNRESERVED.indexOf(c) >= 0) {
          encoded.append(c);
        } else {
          encoded.append('%').append(HEX.withUpperCase().toHexDigits(b));
        }
      }
      return encoded.toString();
    }
  };

  private static final HexFormat HEX = HexFormat.of();
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  public abstract String of(String value);
}
