package dev.harness.run.drive;

import dev.harness.measure.Strain;
import dev.harness.measure.WindowSnapshot;
import dev.harness.verdict.WindowTally;

/** Folds the windows of a phase as they close. */
final class PhaseTotal {
  private final Phase phase;
  private final long startNanos;
  private WindowSnapshot total;
  private WindowTally windows = WindowTally.ZERO;

  PhaseTotal(Phase phase, long startNanos) {
    this.phase = phase;
    this.startNanos = startNanos;
    this.total = WindowSnapshot.zero(phase.resolution());
  }

  void add(WindowSnapshot window) {
    total = total.plus(window);
    windows = windows.plus(WindowTally.of(window));
  }

  PhaseResult result(LaneEnd end) {
    long elapsedNanos = Math.max(phase.load().leastNanos(), end.lastOutcomeNanos() - startNanos);
    return new PhaseResult(
        phase.name(),
        total,
        windows,
        elapsedNanos,
        phase.load().kind(),
        end.peakInFlight(),
        end.inFlightNanos(),
        end.late(),
        Strain.UNKNOWN);
  }
}
