package dev.harness.plan;

import dev.harness.pace.Arrivals;
import dev.harness.pace.ThinkTime;
import java.time.Duration;
import java.util.Locale;

/** How operations come: open, at times of their own, or closed, each after another has ended. */
public sealed interface LoadProfile {

  /** Operations under way at once, at the most. */
  int slots();

  /** What may be said of it. */
  Kind kind();

  /** Nanoseconds that it lasts at least; 0 where it ends with its last operation. */
  long leastNanos();

  /**
   * Arrivals that do not wait for the target. What is due while all slots are taken waits, its
   * intended time kept.
   *
   * @param arrivals the intended times
   * @param slots bound on operations in flight; 1 to 100,000
   */
  record Open(Arrivals arrivals, int slots) implements LoadProfile {
    public Open {
      requireSlots(slots);
    }

    @Override
    public Kind kind() {
      if (arrivals.durationNanos() == 0) {
        return Kind.BURST;
      }
      return arrivals.steadyRate().isPresent() ? Kind.STEADY : Kind.CHANGING;
    }

    @Override
    public long leastNanos() {
      return arrivals.durationNanos();
    }
  }

  /**
   * A fixed number of users, each of whom has one operation under way or pauses before the next.
   * Its response times hide what would have queued (coordinated omission), and reports say so.
   *
   * @param slots users, and so operations in flight at the most; 1 to 100,000
   * @param most operations in all; at least 1
   * @param duration no operation starts later than this; above 0, at most seven days
   * @param thinkTime that a user pauses after each operation, however it ended
   */
  record Closed(int slots, long most, Duration duration, ThinkTime thinkTime)
      implements LoadProfile {
    private static final Duration LONGEST = Duration.ofDays(7);

    public Closed {
      requireSlots(slots);
      if (most < 1) {
        throw new IllegalArgumentException("a closed load has at least 1 operation, not " + most);
      }
      if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException(
            "a closed load lasts more than 0 and at most 7 days, not " + duration);
      }
    }

    @Override
    public Kind kind() {
      return Kind.CLOSED;
    }

    @Override
    public long leastNanos() {
      return most == Long.MAX_VALUE ? duration.toNanos() : 0;
    }

    /** So many operations, however long they take (a day at the most). */
    public static Closed of(int slots, long operations) {
      return new Closed(slots, operations, Duration.ofDays(1), ThinkTime.none());
    }

    /** As many operations as there is time for. */
    public static Closed lasting(int slots, Duration duration) {
      return new Closed(slots, Long.MAX_VALUE, duration, ThinkTime.none());
    }

    /** The same, with users who pause. */
    public Closed thinking(ThinkTime time) {
      return new Closed(slots, most, duration, time);
    }
  }

  /** Kinds of load, which differ in what their figures can show. Worse comes first. */
  enum Kind {
    /** Waits for the target: what would have queued is not seen. */
    CLOSED,
    /** Everything at once: has an end, and no rate. */
    BURST,
    /** Comes over time, at a rate that changes: a ramp, a spike. */
    CHANGING,
    /** Comes over time, at one rate throughout: what steady states are looked for in. */
    STEADY;

    /** Whether it comes over time, at times of its own: what can be late, or not be offered. */
    public boolean paced() {
      return this == CHANGING || this == STEADY;
    }

    /** As written in reports. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static void requireSlots(int slots) {
    if (slots < 1 || slots > 100_000) {
      throw new IllegalArgumentException("1 to 100,000 operations in flight, not " + slots);
    }
  }
}
