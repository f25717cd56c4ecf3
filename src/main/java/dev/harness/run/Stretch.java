package dev.harness.run;

import dev.harness.measure.Counts;
import dev.harness.measure.Distribution;
import dev.harness.run.drive.PhaseResult;

/**
 * A window of a load, or neighbours together, with all that it takes to put them together.
 *
 * @param startNanos since the start of the check
 * @param nanos that load was offered in it
 */
record Stretch(long startNanos, long nanos, Counts counts, Distribution response) {

  static Stretch of(long startNanos, PhaseResult part) {
    return new Stretch(startNanos, part.elapsedNanos(), part.counts(), part.response());
  }

  Stretch plus(Stretch next) {
    return new Stretch(
        startNanos, nanos + next.nanos, counts.plus(next.counts), response.plus(next.response));
  }

  LoadTimeline.Point point() {
    return new LoadTimeline.Point(
        startNanos / 1e9,
        nanos / 1e9,
        counts,
        response.percentileMillis(0.50),
        response.percentileMillis(0.95),
        response.percentileMillis(0.99),
        response.maxMillis());
  }
}
