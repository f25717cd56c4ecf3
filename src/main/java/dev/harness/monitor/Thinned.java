package dev.harness.monitor;

import java.util.ArrayList;
import java.util.List;

/**
 * Values in the order in which they came, and never more than so many: when they would be, every
 * second one is left out, and from then on only every second, fourth, eighth, … is taken. So what
 * is kept is spread evenly over the whole time, however long that is.
 */
final class Thinned<T> {
  private final int most;
  private List<T> kept = new ArrayList<>();
  private long stride = 1;
  private long seen;

  /**
   * @param most that are kept; even, so that halving keeps the distances
   */
  Thinned(int most) {
    if (most < 2 || most % 2 != 0) {
      throw new IllegalArgumentException("an even number of values is kept, not " + most);
    }
    this.most = most;
  }

  void add(T value) {
    if (seen++ % stride != 0) {
      return;
    }
    if (kept.size() == most) {
      List<T> half = new ArrayList<>();
      for (int i = 0; i < most; i += 2) {
        half.add(kept.get(i));
      }
      kept = half;
      stride *= 2;
    }
    kept.add(value);
  }

  /** All that came. */
  long seen() {
    return seen;
  }

  List<T> kept() {
    return List.copyOf(kept);
  }
}
