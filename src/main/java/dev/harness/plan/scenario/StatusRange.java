package dev.harness.plan.scenario;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One status, as {@code 201}, or all of a class, as {@code 2xx}.
 *
 * @param first at least 100
 * @param last at most 599
 */
public record StatusRange(int first, int last) {
  private static final Pattern FORM = Pattern.compile("([1-5])(xx|[0-9]{2})");

  public StatusRange {
    if (first < 100 || last > 599 || first > last) {
      throw new IllegalArgumentException(
          "a status lies between 100 and 599, not %d to %d".formatted(first, last));
    }
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException saying what is allowed
   */
  public static StatusRange parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is no status; write 200, or 2xx for all from 200 to 299".formatted(text));
    }
    int hundreds = 100 * Integer.parseInt(parts.group(1));
    if (parts.group(2).equals("xx")) {
      return new StatusRange(hundreds, hundreds + 99);
    }
    int status = hundreds + Integer.parseInt(parts.group(2));
    return new StatusRange(status, status);
  }

  boolean has(int status) {
    return status >= first && status <= last;
  }
}
