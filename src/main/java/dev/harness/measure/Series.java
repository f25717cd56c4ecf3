package dev.harness.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Response times of a phase in slots of 100 ms, keyed by intended time: what it takes to tell a
 * load that is steady from one that still warms up. Beyond {@value #MOST_SLOTS} slots neighbours
 * are put together, and all slots become twice as wide: a phase of an hour takes no more memory
 * than one of minutes.
 *
 * <p>Merging is {@link #plus}, with {@link #ZERO}. How wide the slots of a sum are follows from the
 * last of them alone, so that the order of merging makes no difference.
 *
 * @param doublings a slot is 100 ms wide, doubled so many times; 0 to 22
 * @param first slots of that width between the start of the phase and the first one here
 * @param slots one after the other, none left out
 */
public record Series(int doublings, int first, List<Slot> slots) {
  /** A slot that was not doubled yet. */
  public static final long SLOT_NANOS = 100_000_000L;

  /** No times at all. */
  public static final Series ZERO = new Series(0, 0, List.of());

  static final int MOST_SLOTS = 2_048;

  /** Of slots no longer than this, seven days are as many as there can be. */
  private static final int MOST_DOUBLINGS = 22;

  /** The constructor copies. */
  public Series {
    if (doublings < 0 || doublings > MOST_DOUBLINGS || first < 0) {
      throw new IllegalArgumentException(
          "a series has 0 to %d doublings and begins at 0 or later, not %d and %d"
              .formatted(MOST_DOUBLINGS, doublings, first));
    }
    if (slots.isEmpty() && (doublings > 0 || first > 0)) {
      throw new IllegalArgumentException("there is one empty series, ZERO");
    }
    slots = List.copyOf(slots);
  }

  /**
   * What completed of the operations that were due in one slot.
   *
   * @param completed how many
   * @param responseNanos their response times, added up
   */
  public record Slot(long completed, long responseNanos) {
    public static final Slot ZERO = new Slot(0, 0);

    public Slot plus(Slot other) {
      return new Slot(completed + other.completed, responseNanos + other.responseNanos);
    }

    /** Mean response time; NaN where nothing completed. */
    public double meanMillis() {
      return completed == 0 ? Double.NaN : responseNanos / 1e6 / completed;
    }
  }

  /** Slots of 100 ms, as many as there are, made wider if they come late in a phase. */
  static Series of(int first, List<Slot> slots) {
    if (slots.isEmpty()) {
      return ZERO;
    }
    int doublings = 0;
    while ((first + slots.size() - 1) >> doublings >= MOST_SLOTS) {
      doublings++;
    }
    return new Series(0, first, slots).widen(doublings);
  }

  /** Both together. */
  public Series plus(Series other) {
    if (slots.isEmpty() || other.slots.isEmpty()) {
      return slots.isEmpty() ? other : this;
    }
    int wide = Math.max(doublings, other.doublings);
    Series mine = widen(wide);
    Series its = other.widen(wide);
    int from = Math.min(mine.first, its.first);
    int until = Math.max(mine.end(), its.end());
    var sum = new ArrayList<>(Collections.nCopies(until - from, Slot.ZERO));
    mine.addTo(sum, from, 0);
    its.addTo(sum, from, 0);
    return new Series(wide, from, sum);
  }

  /** Width of a slot in seconds. */
  public double slotSeconds() {
    return (SLOT_NANOS << doublings) / 1e9;
  }

  private Series widen(int to) {
    int by = to - doublings;
    if (by == 0 || slots.isEmpty()) {
      return this;
    }
    int from = first >> by;
    int until = ((end() - 1) >> by) + 1;
    var wider = new ArrayList<>(Collections.nCopies(until - from, Slot.ZERO));
    addTo(wider, from, by);
    return new Series(to, from, wider);
  }

  /** Adds each slot to the one that it lies in, of slots that begin there and are so much wider. */
  private void addTo(List<Slot> sum, int from, int wider) {
    for (int i = 0; i < slots.size(); i++) {
      int at = ((first + i) >> wider) - from;
      sum.set(at, sum.get(at).plus(slots.get(i)));
    }
  }

  private int end() {
    return first + slots.size();
  }
}
