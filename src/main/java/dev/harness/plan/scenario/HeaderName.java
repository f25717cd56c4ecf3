package dev.harness.plan.scenario;

import java.util.regex.Pattern;

/** What names a header (RFC 9110, section 5.1). */
final class HeaderName {
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private HeaderName() {}

  /**
   * @throws IllegalArgumentException for what cannot be one
   */
  static void require(String name) {
    if (!TOKEN.matcher(name).matches()) {
      throw new IllegalArgumentException("\"%s\" is no name of a header".formatted(name));
    }
  }
}
