package dev.harness.verdict;

import dev.harness.measure.Counts;
import dev.harness.measure.Figure;
import dev.harness.plan.BurnRate;
import java.util.ArrayList;
import java.util.List;

/**
 * What came out of the operations of the last long and short window of a burn rate. Immutable.
 *
 * <p>Time is cut into sixtieths of the long window, of which the short one has five, so that six
 * hours take no more memory than a minute: there is a new figure after each of them. A window
 * without data is no part of the time.
 */
final class BurnWindows {
  private static final int LONG_SLOTS = 60;
  private static final int SHORT_SLOTS = 5;

  private final BurnRate metric;

  /** Those that are over, the oldest first; at most as many as the long window has. */
  private final List<Ended> slots;

  private final Ended newest;
  private final long secondsOfNewest;

  private BurnWindows(BurnRate metric, List<Ended> slots, Ended newest, long secondsOfNewest) {
    this.metric = metric;
    this.slots = List.copyOf(slots);
    this.newest = newest;
    this.secondsOfNewest = secondsOfNewest;
  }

  /** Before the first window of a load. */
  static BurnWindows empty(BurnRate metric) {
    return new BurnWindows(metric, List.of(), Ended.NONE, 0);
  }

  /**
   * Operations that the target is answerable for: not what the generator dropped, nor what the end
   * of the run cut off.
   */
  private record Ended(long errors, long all) {
    static final Ended NONE = new Ended(0, 0);

    static Ended of(Counts counts) {
      return new Ended(counts.errors(), counts.answerable());
    }

    Ended plus(Ended other) {
      return new Ended(errors + other.errors, all + other.all);
    }

    /** No errors where there was nothing that could fail. */
    double rate() {
      return all == 0 ? 0 : (double) errors / all;
    }
  }

  BurnRate metric() {
    return metric;
  }

  /** These and one more second. */
  BurnWindows with(Counts second) {
    Ended more = newest.plus(Ended.of(second));
    long seconds = secondsOfNewest + 1;
    if (seconds * LONG_SLOTS < longSeconds()) {
      return new BurnWindows(metric, slots, more, seconds);
    }
    var next = new ArrayList<>(slots.subList(slots.size() == LONG_SLOTS ? 1 : 0, slots.size()));
    next.add(more);
    return new BurnWindows(metric, next, Ended.NONE, 0);
  }

  /** None before the long window is full: what little there is would weigh too much. */
  Figure figure() {
    if (slots.size() < LONG_SLOTS) {
      return Figure.missing("%s needs %d s of load".formatted(metric.id(), longSeconds()));
    }
    Ended whole = last(LONG_SLOTS);
    double lower = Math.min(whole.rate(), last(SHORT_SLOTS).rate());
    return Figure.of(lower / metric.budget(), whole.all());
  }

  private long longSeconds() {
    return metric.span().longWindow().toSeconds();
  }

  private Ended last(int count) {
    return slots.subList(slots.size() - count, slots.size()).stream()
        .reduce(Ended.NONE, Ended::plus);
  }
}
