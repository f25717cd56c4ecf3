package dev.harness.service;

import io.vertx.core.MultiMap;
import org.jspecify.annotations.Nullable;

/**
 * What a request takes of the service.
 *
 * @param millis that it is under way, without holding a thread, 0 to 60,000
 * @param kilobytes of memory that it holds meanwhile, 0 to 1,024
 */
public record SimulatedWork(int millis, int kilobytes) {
  private static final String MILLIS_PARAM = "work-ms";
  private static final int DEFAULT_MILLIS = 20;
  private static final int MOST_MILLIS = 60_000;

  private static final String KILOBYTES_PARAM = "hold-kb";
  private static final int MOST_KILOBYTES = 1_024;

  /**
   * As the parameters of a request ask for; 20 ms and no memory where they are silent.
   *
   * @throws InvalidParameterException for anything but a whole number within the bounds
   */
  static SimulatedWork of(MultiMap params) {
    return new SimulatedWork(
        number(params, MILLIS_PARAM, DEFAULT_MILLIS, MOST_MILLIS),
        number(params, KILOBYTES_PARAM, 0, MOST_KILOBYTES));
  }

  byte[] memory() {
    return new byte[kilobytes * 1024];
  }

  private static int number(MultiMap params, String name, int otherwise, int most) {
    @Nullable String text = params.get(name);
    if (text == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Falls through to the one message that says what is allowed.
    }
    throw new InvalidParameterException(name, "must be a whole number of 0 to " + most);
  }
}
