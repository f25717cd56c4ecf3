package dev.harness.run;

import dev.harness.measure.Thinned;
import dev.harness.run.drive.PhaseResult;

/** A load of a check that is under way, in all its rounds: as a whole, and over time. */
final class OpenLoad {
  private final Thinned<Stretch> stretches =
      new Thinned<>(CheckTimeline.MOST_POINTS, Stretch::plus);
  private PhaseResult whole;

  /**
   * @param first window of it
   * @param startNanos of that window, since the start of the check
   */
  OpenLoad(PhaseResult first, long startNanos) {
    whole = first;
    stretches.add(Stretch.of(startNanos, first));
  }

  /** Takes its next window. */
  void add(PhaseResult part, long startNanos) {
    whole = whole.plus(part);
    stretches.add(Stretch.of(startNanos, part));
  }

  PhaseResult whole() {
    return whole;
  }

  LoadTimeline timeline() {
    return new LoadTimeline(
        whole.name(),
        whole.kind(),
        whole.response().resolution().inProcess(),
        stretches.values().stream().map(Stretch::point).toList());
  }
}
