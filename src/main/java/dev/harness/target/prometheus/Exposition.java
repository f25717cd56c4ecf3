package dev.harness.target.prometheus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * What a metrics endpoint tells, in the text format of Prometheus (0.0.4) or of OpenMetrics (1.0).
 *
 * @param samples in the order of the text
 */
record Exposition(List<Sample> samples) {
  /** A service with more has a problem of its own. */
  private static final int MOST_SAMPLES = 100_000;

  Exposition {
    samples = List.copyOf(samples);
  }

  /**
   * One value.
   *
   * @param name with its suffix, as {@code process_cpu_seconds_total}
   * @param value may be infinite or no number
   */
  record Sample(String name, Map<String, String> labels, double value) {
    Sample {
      labels = Map.copyOf(labels);
    }
  }

  /**
   * Reads the text.
   *
   * @throws IllegalArgumentException where it is not in that format, with the line
   */
  static Exposition parse(String text) {
    var samples = new ArrayList<Sample>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      try {
        samples.add(new SampleLine(line).read());
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("line %d: %s".formatted(number, e.getMessage()), e);
      }
      if (samples.size() > MOST_SAMPLES) {
        throw new IllegalArgumentException(
            "line %d: more than %,d samples".formatted(number, MOST_SAMPLES));
      }
    }
    return new Exposition(samples);
  }

  /** All values of that name with labels that fit, together; empty where there is none. */
  OptionalDouble sum(String name, Predicate<Map<String, String>> labels) {
    double[] found =
        samples.stream()
            .filter(sample -> sample.name().equals(name) && labels.test(sample.labels()))
            .mapToDouble(Sample::value)
            .filter(Double::isFinite)
            .toArray();
    double sum = 0;
    for (double value : found) {
      sum += value;
    }
    return found.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum);
  }
}
