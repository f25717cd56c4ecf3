package dev.harness.check.scenario;

import dev.harness.measure.Distribution;
import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.measure.Resolution;
import dev.harness.measure.SharedTimes;
import java.util.concurrent.atomic.LongAdder;

/** What became of one step of a scenario, in all iterations. Used by all event loops at once. */
final class StepTally {
  private final LongAdder ended = new LongAdder();
  private final LongAdder completed = new LongAdder();
  private final SharedTimes times = new SharedTimes(Resolution.MICROSECONDS);

  /**
   * Counts one that has ended.
   *
   * @param nanos from sending to having all that was waited for
   */
  void add(Outcome outcome, long nanos) {
    ended.increment();
    if (outcome.kind() == Outcome.Kind.COMPLETED) {
      completed.increment();
      times.record(nanos);
    }
  }

  /** Of those that were sent and have ended. */
  Figure successPercent() {
    long all = ended.sum();
    return all == 0
        ? Figure.missing("it was never sent")
        : Figure.share(100.0 * completed.sum() / all, all);
  }

  /** Sending to answer, of those that completed. To be asked once, at the end. */
  Distribution times() {
    return times.distribution();
  }
}
