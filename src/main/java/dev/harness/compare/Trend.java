package dev.harness.compare;

import dev.harness.compare.StoredRun.Judged;
import dev.harness.stats.Median;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A figure from run to run.
 *
 * @param unit empty for plain counts
 * @param moreIsWorse whether its limit is one from above
 * @param values one for each run; NaN where it has none
 * @param limits that the runs were judged by; NaN where there was none
 * @param shifts where it became another, in the order of the runs
 */
public record Trend(
    Judged of,
    String unit,
    boolean moreIsWorse,
    List<Double> values,
    List<Double> limits,
    List<Shift> shifts) {

  /**
   * A new level.
   *
   * @param run the first that has it
   * @param before median of the level before
   * @param after median of this one
   */
  public record Shift(int run, double before, double after) {

    /** Part of the level before; infinite where that was 0. */
    public double change() {
      return (after - before) / Math.abs(before);
    }
  }

  public Trend {
    values = List.copyOf(values);
    limits = List.copyOf(limits);
    shifts = List.copyOf(shifts);
  }

  /** Whether a shift leads to the side that its limit is on. */
  public boolean worse(Shift shift) {
    return moreIsWorse == shift.after() > shift.before();
  }

  /**
   * The same with new levels that begin there, as far as they matter.
   *
   * @param starts of parts that differ, by the number of the value, of those that there are
   * @param least part of the level before; what is less is no new level for anybody
   */
  Trend cutAt(List<Integer> starts, double least) {
    int[] measured = measured();
    List<Integer> edges =
        IntStream.concat(
                IntStream.concat(IntStream.of(0), starts.stream().mapToInt(i -> i)),
                IntStream.of(measured.length))
            .boxed()
            .toList();
    List<Shift> all =
        IntStream.range(1, edges.size() - 1)
            .mapToObj(
                i ->
                    new Shift(
                        measured[edges.get(i)],
                        median(measured, edges.get(i - 1), edges.get(i)),
                        median(measured, edges.get(i), edges.get(i + 1))))
            .filter(shift -> Math.abs(shift.change()) >= least)
            .toList();
    return new Trend(of, unit, moreIsWorse, values, limits, all);
  }

  /** The values that there are. */
  double[] series() {
    return DoubleStream.of(values.stream().mapToDouble(v -> v).toArray())
        .filter(Double::isFinite)
        .toArray();
  }

  private int[] measured() {
    return IntStream.range(0, values.size())
        .filter(run -> Double.isFinite(values.get(run)))
        .toArray();
  }

  private double median(int[] measured, int from, int to) {
    return Median.of(IntStream.range(from, to).mapToDouble(i -> values.get(measured[i])).toArray());
  }
}
