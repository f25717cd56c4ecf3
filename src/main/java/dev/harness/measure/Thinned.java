package dev.harness.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * Values in the order of their time, never more of them than a bound. Where there would be more,
 * neighbours are put together, and from then on each stands for twice as many.
 *
 * @param <T> values that can be put together
 */
public final class Thinned<T> {
  private final int most;
  private final BinaryOperator<T> plus;
  private final List<T> values = new ArrayList<>();
  private int each = 1;
  private int inLast = 1;

  /**
   * @param most values that are kept; even, at least 2
   * @param plus what two neighbours are together
   */
  public Thinned(int most, BinaryOperator<T> plus) {
    if (most < 2 || most % 2 != 0) {
      throw new IllegalArgumentException("an even number of values, at least 2, not " + most);
    }
    this.most = most;
    this.plus = plus;
  }

  /** Values of which the first of those that are put together stands for all. */
  public static <T> Thinned<T> ofFirsts(int most) {
    return new Thinned<>(most, (first, next) -> first);
  }

  /**
   * Takes the next value.
   *
   * @return whether it is one of the values now; else it was put together with the last of them
   */
  public boolean add(T value) {
    if (inLast < each) {
      int last = values.size() - 1;
      values.set(last, plus.apply(values.get(last), value));
      inLast++;
      return false;
    }
    if (values.size() == most) {
      halve();
    }
    values.add(value);
    inLast = 1;
    return true;
  }

  /** What there is by now. */
  public List<T> values() {
    return List.copyOf(values);
  }

  private void halve() {
    for (int i = 0; i < most / 2; i++) {
      values.set(i, plus.apply(values.get(2 * i), values.get(2 * i + 1)));
    }
    values.subList(most / 2, most).clear();
    each *= 2;
  }
}
