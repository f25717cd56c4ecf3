package dev.harness.metric;

import java.util.regex.Pattern;

/**
 * Something that is measured.
 *
 * @param id snake case, unique among the metrics of one check
 * @param unit what it counts
 * @param description its formula in words
 */
public record Metric(String id, Unit unit, String description) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

  public Metric {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("a metric id is snake case, not \"" + id + "\"");
    }
    if (description.isBlank()) {
      throw new IllegalArgumentException("metric " + id + " needs a description");
    }
  }
}
