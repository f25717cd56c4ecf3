package dev.harness.control.validation;

import dev.harness.measure.Strain;
import java.util.List;

/**
 * What else happens on a machine while the harness does nothing. Each is NaN where it could not be
 * had.
 *
 * @param lagMillis by so much a timer comes late, at the 99th percentile
 * @param strain what hypervisor and quota withheld
 * @param otherPercent of all processors, used by others
 * @param frequencyPercent of the highest frequency, of the slowest processor
 */
record HostNoise(double lagMillis, Strain strain, double otherPercent, double frequencyPercent) {

  /** One thing for each, with what is still well. */
  List<Finding> findings() {
    return List.of(
        most("timer lag", "P99 %.2f ms".formatted(lagMillis), lagMillis, 2, 10, "ms"),
        most("steal", percent(strain.stolenPercent()), strain.stolenPercent(), 1, 5, "%"),
        most("quota", percent(strain.throttledPercent()), strain.throttledPercent(), 1, 5, "%"),
        most("other load", percent(otherPercent), otherPercent, 10, 50, "%"),
        least("frequency", percent(frequencyPercent), frequencyPercent, 60));
  }

  /** Beyond the first limit a verdict is to be taken with care, beyond the second it is none. */
  private static Finding most(
      String name, String figure, double value, double doubtful, double failed, String unit) {
    if (Double.isNaN(value)) {
      return Finding.ok(Part.HOST, name, "not available");
    }
    String text =
        "%s (≤ %.0f %s; useless above %.0f %s)".formatted(figure, doubtful, unit, failed, unit);
    if (value > failed) {
      return Finding.failed(Part.HOST, name, text);
    }
    return value > doubtful
        ? Finding.doubtful(Part.HOST, name, text)
        : Finding.ok(Part.HOST, name, text);
  }

  /** A processor that idles may be slow; nothing of it makes a verdict useless. */
  private static Finding least(String name, String figure, double value, double doubtful) {
    if (Double.isNaN(value)) {
      return Finding.ok(Part.HOST, name, "not available");
    }
    String text = "%s of the highest (≥ %.0f %%)".formatted(figure, doubtful);
    return value < doubtful
        ? Finding.doubtful(Part.HOST, name, text)
        : Finding.ok(Part.HOST, name, text);
  }

  private static String percent(double value) {
    return "%.1f %%".formatted(value);
  }
}
