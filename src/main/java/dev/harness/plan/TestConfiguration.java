package dev.harness.plan;

import java.time.Duration;

/**
 * How checks are run, as {@code test_configuration} of a thresholds file says.
 *
 * @param checkTimeout after which a check is given up; 1 s to a day
 * @param samplingInterval between samples of host and processes; 10 ms to an hour
 * @param gcForceFrequency cycles between two forced collections, the checkpoints of memory checks;
 *     1 to 1,000,000
 * @param decimalPlaces of figures in text, never in the JSON; 0 to 9
 * @param batchSize connections or streams that are opened at once; 1 to 10,000
 * @param rampUp until a sustained load has its full rate; 0 to an hour
 * @param rampDown from there to nothing; 0 to an hour
 */
public record TestConfiguration(
    Duration checkTimeout,
    Duration samplingInterval,
    int gcForceFrequency,
    int decimalPlaces,
    int batchSize,
    Duration rampUp,
    Duration rampDown) {

  /** What holds where a file says nothing. */
  public static final TestConfiguration DEFAULT =
      new TestConfiguration(
          Duration.ofSeconds(300),
          Duration.ofSeconds(1),
          10,
          3,
          100,
          Duration.ofSeconds(5),
          Duration.ofSeconds(5));

  public TestConfiguration {
    require("checkTimeout", checkTimeout, Duration.ofSeconds(1), Duration.ofDays(1));
    require("samplingInterval", samplingInterval, Duration.ofMillis(10), Duration.ofHours(1));
    require("gcForceFrequency", gcForceFrequency, 1, 1_000_000);
    require("decimalPlaces", decimalPlaces, 0, 9);
    require("batchSize", batchSize, 1, 10_000);
    require("rampUp", rampUp, Duration.ZERO, Duration.ofHours(1));
    require("rampDown", rampDown, Duration.ZERO, Duration.ofHours(1));
  }

  private static <T extends Comparable<T>> void require(String field, T value, T least, T most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "%s must be %s to %s, not %s".formatted(field, least, most, value));
    }
  }
}
