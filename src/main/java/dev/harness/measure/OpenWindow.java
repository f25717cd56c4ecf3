package dev.harness.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A window that samples still go into. Half a megabyte of histograms: once closed it is cleared and
 * used again, so that a load of hours leaves no more garbage than what it snapshots.
 */
final class OpenWindow {
  static final int SLOTS = (int) (Recorder.WINDOW_NANOS / Series.SLOT_NANOS);

  /**
   * Classes kept apart; what comes beyond is counted together, so that a target cannot fill memory.
   */
  private static final int MOST_REASONS = 64;

  private static final String OTHER_REASONS = "other";

  private final Times response;
  private final Times service;
  private final Times lag = new Times(Resolution.NANOSECONDS);
  private final Map<Outcome.Kind, Tally> ended = new EnumMap<>(Outcome.Kind.class);
  private final long[] slotCompleted = new long[SLOTS];
  private final long[] slotNanos = new long[SLOTS];
  private final Map<String, Long> reasons = new HashMap<>();
  private final List<Failure> failures = new ArrayList<>();
  private long due;
  private long endedInAll;

  OpenWindow(Resolution resolution) {
    response = new Times(resolution);
    service = new Times(resolution);
    for (Outcome.Kind kind : Outcome.Kind.values()) {
      ended.put(kind, new Tally());
    }
  }

  void due() {
    due++;
  }

  void lag(long nanos) {
    lag.record(nanos);
  }

  /**
   * @param sinceStartNanos from the start of the phase to the sample's intended time
   */
  void record(Sample sample, long sinceStartNanos) {
    Outcome outcome = sample.outcome();
    tally(outcome.kind()).count++;
    endedInAll++;
    if (outcome.kind() == Outcome.Kind.COMPLETED) {
      response.record(sample.responseNanos());
      service.record(sample.serviceNanos());
      int slot = (int) (sinceStartNanos / Series.SLOT_NANOS % SLOTS);
      slotCompleted[slot]++;
      slotNanos[slot] += sample.responseNanos();
    } else {
      // Its parts are handed on, not the sample: so the compiler need not allocate one.
      keep(outcome, sinceStartNanos, sample.user(), sample.operation());
    }
  }

  private void keep(Outcome outcome, long sinceStartNanos, String user, String operation) {
    if (!outcome.reason().isEmpty()) {
      boolean room = reasons.size() < MOST_REASONS || reasons.containsKey(outcome.reason());
      reasons.merge(room ? outcome.reason() : OTHER_REASONS, 1L, Long::sum);
    }
    if (outcome.wentWrong() && failures.size() < Failure.MOST_KEPT) {
      failures.add(new Failure(Duration.ofNanos(sinceStartNanos), user, operation, outcome));
    }
  }

  boolean settled() {
    return endedInAll == due;
  }

  WindowSnapshot snapshot(long index) {
    return new WindowSnapshot(
        index,
        counts(),
        response.distribution(),
        service.distribution(),
        lag.distribution(),
        series(index),
        reasons,
        failures);
  }

  private Counts counts() {
    return new Counts(
        due,
        ended(Outcome.Kind.COMPLETED),
        ended(Outcome.Kind.REFUSED),
        ended(Outcome.Kind.FAILED),
        ended(Outcome.Kind.TIMED_OUT),
        ended(Outcome.Kind.EXPIRED),
        ended(Outcome.Kind.UNFINISHED),
        ended(Outcome.Kind.DROPPED));
  }

  private Series series(long index) {
    return ended(Outcome.Kind.COMPLETED) == 0
        ? Series.ZERO
        : Series.of(
            (int) index * SLOTS,
            IntStream.range(0, SLOTS)
                .mapToObj(slot -> new Series.Slot(slotCompleted[slot], slotNanos[slot]))
                .toList());
  }

  private long ended(Outcome.Kind kind) {
    return tally(kind).count;
  }

  private Tally tally(Outcome.Kind kind) {
    return Objects.requireNonNull(ended.get(kind));
  }

  /** Forgets everything, to be used again. */
  void clear() {
    response.clear();
    service.clear();
    lag.clear();
    ended.values().forEach(tally -> tally.count = 0);
    Arrays.fill(slotCompleted, 0);
    Arrays.fill(slotNanos, 0);
    reasons.clear();
    failures.clear();
    due = 0;
    endedInAll = 0;
  }

  /** A number that goes up. */
  private static final class Tally {
    private long count;
  }
}
