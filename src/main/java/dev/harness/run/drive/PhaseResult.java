package dev.harness.run.drive;

import dev.harness.measure.Counts;
import dev.harness.measure.Distribution;
import dev.harness.measure.Figure;
import dev.harness.measure.Strain;
import dev.harness.measure.WindowSnapshot;
import dev.harness.plan.LoadProfile.Kind;
import dev.harness.verdict.Fitness;
import dev.harness.verdict.SteadyState;
import dev.harness.verdict.WindowTally;

/**
 * What became of one phase, or of several rounds of it together.
 *
 * @param total the fold of its windows
 * @param windows how many there were, and in how many the load was not offered
 * @param elapsedNanos from its start to its last outcome, and no less than its load lasts
 * @param kind of its load; of unlike rounds, the one that shows least
 * @param peakInFlight operations under way at once; below 0, as the next two, of a phase that was
 *     cut off: only its end tells
 * @param inFlightNanos operations under way, integrated over time
 * @param late answers that came after their operation had ended
 * @param strain that the generator was under meanwhile
 */
public record PhaseResult(
    String name,
    WindowSnapshot total,
    WindowTally windows,
    long elapsedNanos,
    Kind kind,
    int peakInFlight,
    long inFlightNanos,
    long late,
    Strain strain) {
  private static final int NOT_KNOWN = -1;

  /** A part of a phase that never came to its end. */
  public static PhaseResult cutOff(
      String name, WindowSnapshot total, long elapsedNanos, Kind kind) {
    return new PhaseResult(
        name,
        total,
        WindowTally.of(total),
        elapsedNanos,
        kind,
        NOT_KNOWN,
        NOT_KNOWN,
        NOT_KNOWN,
        Strain.UNKNOWN);
  }

  /** Both, one after the other. */
  public PhaseResult plus(PhaseResult next) {
    return new PhaseResult(
        name,
        total.plus(next.total),
        windows.plus(next.windows),
        elapsedNanos + next.elapsedNanos,
        kind.compareTo(next.kind) <= 0 ? kind : next.kind,
        Math.max(peakInFlight, next.peakInFlight),
        inFlightNanos + next.inFlightNanos,
        late + next.late,
        strain.plus(next.strain));
  }

  /** The same, with what was seen of the generator while it lasted. */
  public PhaseResult under(Strain seen) {
    return new PhaseResult(
        name, total, windows, elapsedNanos, kind, peakInFlight, inFlightNanos, late, seen);
  }

  /** Whether it came to its end. */
  public boolean whole() {
    return peakInFlight >= 0;
  }

  public Counts counts() {
    return total.counts();
  }

  /** Done − intended. */
  public Distribution response() {
    return total.response();
  }

  /** Done − sent. */
  public Distribution service() {
    return total.service();
  }

  /** Whether its response times had come to rest. */
  public SteadyState steadyState() {
    return SteadyState.of(kind, total.series());
  }

  /** What speaks against judging by it: as much as a load of its kind can show. */
  public Fitness fitness() {
    Fitness fitness = Fitness.FIT;
    if (kind != Kind.CLOSED) {
      fitness = fitness.plus(Fitness.offered(counts(), windows));
    }
    if (inProcess()) {
      fitness = fitness.plus(Fitness.unstarved(strain));
    } else if (kind.paced()) {
      fitness = fitness.plus(Fitness.onTime(total.lag(), strain));
    }
    if (kind == Kind.STEADY) {
      fitness =
          fitness
              .plus(Fitness.lawful(total, meanInFlight(), seconds()))
              .plus(Fitness.steady(name, steadyState()));
    }
    return fitness;
  }

  /** Whether it was a closed load on something outside, which keeps its driver busy by design. */
  public boolean saturating() {
    return kind == Kind.CLOSED && !inProcess();
  }

  private boolean inProcess() {
    return response().resolution().inProcess();
  }

  /** Completed / due in percent. */
  public Figure success() {
    return counts().success();
  }

  /** Completed per second. */
  public Figure throughput() {
    return counts().completed() == 0
        ? Figure.missing("nothing completed")
        : Figure.ofMany(counts().completed() / seconds(), counts().completed());
  }

  /** Operations under way, on average over its time. */
  public double meanInFlight() {
    return (double) inFlightNanos / elapsedNanos;
  }

  public double seconds() {
    return elapsedNanos / 1e9;
  }
}
