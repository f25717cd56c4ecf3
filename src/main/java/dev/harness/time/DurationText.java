package dev.harness.time;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as people write them, on the command line and in files: {@code 300} or {@code 0.5}
 * (seconds), {@code 250ms}, {@code 90s}, {@code 5m}, {@code 2h}.
 */
public final class DurationText {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<millis>[0-9]{1,9})ms|(?<number>[0-9]{1,9}(\\.[0-9]{1,3})?)(?<unit>[smh]?)");

  private DurationText() {}

  /**
   * Reads one, which is a whole number of milliseconds.
   *
   * @throws IllegalArgumentException saying what is allowed
   */
  public static Duration parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "'%s' is no duration; write 300, 0.5, 250ms, 90s, 5m or 2h".formatted(text));
    }
    return parts.group("millis") != null
        ? Duration.ofMillis(Long.parseLong(parts.group("millis")))
        : Duration.ofMillis(
            new BigDecimal(parts.group("number"))
                .multiply(BigDecimal.valueOf(millisOf(parts.group("unit"))))
                .longValueExact());
  }

  private static long millisOf(String unit) {
    return switch (unit) {
      case "m" -> Duration.ofMinutes(1).toMillis();
      case "h" -> Duration.ofHours(1).toMillis();
      default -> Duration.ofSeconds(1).toMillis();
    };
  }

  /** As it would be written: in the largest unit that it is a whole number of. */
  public static String of(Duration duration) {
    long millis = duration.toMillis();
    if (millis % 1_000 != 0) {
      return millis + "ms";
    }
    long seconds = millis / 1_000;
    if (seconds % 3_600 == 0 && seconds > 0) {
      return seconds / 3_600 + "h";
    }
    return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
