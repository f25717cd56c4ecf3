package dev.harness.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the operations that were due in one second, or in several together: {@link #plus}
 * folds windows into a phase and the shares of several event loops into one.
 *
 * @param index whole seconds from the start of the phase to the window's start; of a fold, the
 *     first
 * @param response done − intended, of completed operations
 * @param service done − sent, of completed operations
 * @param lag how late the generator itself was, of each operation of an open load
 * @param series response times in slots of 100 ms
 * @param reasons refusals and failures by class
 * @param failures the first operations that failed or timed out, as examples
 */
public record WindowSnapshot(
    long index,
    Counts counts,
    Distribution response,
    Distribution service,
    Distribution lag,
    Series series,
    Map<String, Long> reasons,
    List<Failure> failures) {

  public WindowSnapshot {
    reasons = Map.copyOf(reasons);
    failures = List.copyOf(failures);
  }

  /** Nothing was due, at no time: adding it changes nothing. */
  public static WindowSnapshot zero(Resolution resolution) {
    Distribution none = Distribution.zero(resolution);
    return new WindowSnapshot(
        Long.MAX_VALUE,
        Counts.ZERO,
        none,
        none,
        Distribution.zero(Resolution.NANOSECONDS),
        Series.ZERO,
        Map.of(),
        List.of());
  }

  /** Both together. */
  public WindowSnapshot plus(WindowSnapshot other) {
    var sum = new HashMap<>(reasons);
    other.reasons.forEach((reason, n) -> sum.merge(reason, n, Long::sum));
    return new WindowSnapshot(
        Math.min(index, other.index),
        counts.plus(other.counts),
        response.plus(other.response),
        service.plus(other.service),
        lag.plus(other.lag),
        series.plus(other.series),
        sum,
        Failure.merge(failures, other.failures));
  }
}
