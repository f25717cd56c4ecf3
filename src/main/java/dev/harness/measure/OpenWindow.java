package dev.harness.measure;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** A window that samples still go into. */
final class OpenWindow {
  /**
   * Classes kept apart; what comes beyond is counted together, so that a target cannot fill memory.
   */
  private static final int MOST_REASONS = 64;

  private static final String OTHER_REASONS = "other";

  private final Times response;
  private final Times service;
  final Times lag = new Times(Resolution.NANOSECONDS);
  private final Map<Outcome.Kind, Tally> ended = new EnumMap<>(Outcome.Kind.class);
  private final Map<String, Long> reasons = new HashMap<>();
  long due;
  private long endedInAll;

  OpenWindow(Resolution resolution) {
    response = new Times(resolution);
    service = new Times(resolution);
  }

  void record(Sample sample) {
    Outcome outcome = sample.outcome();
    ended.computeIfAbsent(outcome.kind(), kind -> new Tally()).count++;
    endedInAll++;
    if (outcome.kind() == Outcome.Kind.COMPLETED) {
      response.record(sample.responseNanos());
      service.record(sample.serviceNanos());
    } else if (!outcome.reason().isEmpty()) {
      boolean room = reasons.size() < MOST_REASONS || reasons.containsKey(outcome.reason());
      reasons.merge(room ? outcome.reason() : OTHER_REASONS, 1L, Long::sum);
    }
  }

  boolean settled() {
    return endedInAll == due;
  }

  WindowSnapshot snapshot(long index) {
    var counts =
        new Counts(
            due,
            ended(Outcome.Kind.COMPLETED),
            ended(Outcome.Kind.REFUSED),
            ended(Outcome.Kind.FAILED),
            ended(Outcome.Kind.TIMED_OUT),
            ended(Outcome.Kind.EXPIRED),
            ended(Outcome.Kind.UNFINISHED),
            ended(Outcome.Kind.DROPPED));
    return new WindowSnapshot(
        index,
        counts,
        response.distribution(),
        service.distribution(),
        lag.distribution(),
        reasons);
  }

  private long ended(Outcome.Kind kind) {
    Tally tally = ended.get(kind);
    return tally == null ? 0 : tally.count;
  }

  /** A number that goes up. */
  private static final class Tally {
    private long count;
  }

  /** A histogram that counts what does not fit it instead of clamping or throwing. */
  static final class Times {
    private final Resolution resolution;
    private final Histogram histogram;
    private long overflow;

    Times(Resolution resolution) {
      this.resolution = resolution;
      this.histogram = resolution.newHistogram();
    }

    void record(long nanos) {
      long ticks = resolution.toTicks(nanos);
      if (resolution.inRange(ticks)) {
        histogram.recordValue(ticks);
      } else {
        overflow++;
      }
    }

    Distribution distribution() {
      return new Distribution(resolution, histogram, overflow);
    }
  }
}
