package dev.harness.stats;

/**
 * An estimate and the bounds between which the truth lies, with the confidence that whoever made it
 * names.
 *
 * @param lower at most the estimate; negative infinity where the data bound it by nothing
 * @param upper at least the estimate; infinity where the data bound it by nothing
 */
public record Interval(double lower, double estimate, double upper) {
  public Interval {
    if (!(lower <= estimate && estimate <= upper)) {
      throw new IllegalArgumentException(
          "an interval holds its estimate, not %s to %s around %s"
              .formatted(lower, upper, estimate));
    }
  }
}
