package dev.harness.compare;

import java.util.List;

/**
 * A metric of both runs, step by step, in the order of time; a run that had fewer windows has fewer
 * values.
 *
 * @param unit of the values
 * @param step what each value is of
 * @param base NaN where nothing completed, as in the other
 */
public record Curves(String unit, Step step, List<Double> base, List<Double> candidate) {
  /** Where there are no windows of a metric. */
  public static final Curves NONE = new Curves("", Step.WINDOW, List.of(), List.of());

  /** What there is one value of. */
  public enum Step {
    /** A window, of the one run that there is of each. */
    WINDOW,
    /** A pair of runs: the medians of their windows. */
    PAIR
  }

  public Curves {
    base = List.copyOf(base);
    candidate = List.copyOf(candidate);
  }
}
