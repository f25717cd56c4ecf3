package dev.harness.run.drive;

import dev.harness.measure.WindowSnapshot;

/** Folds the windows of a phase as they close. */
final class PhaseTotal {
  private final Phase phase;
  private final long startNanos;
  private WindowSnapshot total;

  PhaseTotal(Phase phase, long startNanos) {
    this.phase = phase;
    this.startNanos = startNanos;
    this.total = WindowSnapshot.zero(phase.resolution());
  }

  void add(WindowSnapshot window) {
    total = total.plus(window);
  }

  PhaseResult result(LaneEnd end) {
    long elapsedNanos = Math.max(phase.load().leastNanos(), end.lastOutcomeNanos() - startNanos);
    return new PhaseResult(
        phase.name(),
        total,
        elapsedNanos,
        phase.load().kind(),
        end.peakInFlight(),
        end.inFlightNanos(),
        end.late());
  }
}
