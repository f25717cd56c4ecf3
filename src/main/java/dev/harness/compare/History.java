package dev.harness.compare;

import dev.harness.compare.StoredRun.Judged;
import dev.harness.compare.StoredRun.Value;
import dev.harness.stats.ChangePoints;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Runs in the order of time, and how each judged figure went from run to run. New levels are looked
 * for in runs like the newest: those of another machine, JVM or profile are told, and have no part
 * in it.
 *
 * @param runs all of them, the newest last
 * @param alike those like the newest, of which the trends are
 * @param trends those with a new level first
 */
public record History(List<StoredRun> runs, List<StoredRun> alike, List<Trend> trends) {
  /** That any of the trends is cut which has no new level: the share of each is one of so many. */
  public static final double RISK = 0.05;

  /** What nobody would call a change. */
  public static final double LEAST_CHANGE = 0.05;

  private static final double LEAST_RISK = 1e-4;

  /** The same runs have the same history, whenever it is told. */
  private static final long SEED = 7;

  public History {
    runs = List.copyOf(runs);
    alike = List.copyOf(alike);
    trends = List.copyOf(trends);
  }

  /**
   * Of runs.
   *
   * @param runs in the order of time; of more than {@value ChangePoints#MOST} like the newest, the
   *     newest have trends
   */
  public static History of(List<StoredRun> runs) {
    if (runs.isEmpty()) {
      return new History(runs, runs, List.of());
    }
    Circumstances newest = runs.get(runs.size() - 1).circumstances();
    List<StoredRun> all = runs.stream().filter(run -> run.circumstances().like(newest)).toList();
    List<StoredRun> alike = all.subList(Math.max(0, all.size() - ChangePoints.MOST), all.size());
    List<Trend> trends =
        alike.stream()
            .flatMap(run -> run.figures().keySet().stream())
            .distinct()
            .map(judged -> trend(judged, alike))
            .toList();
    double risk = Math.max(LEAST_RISK, RISK / Math.max(1, trends.size()));
    return new History(
        runs,
        alike,
        trends.stream()
            .map(it -> it.cutAt(ChangePoints.of(it.series(), risk, SEED), LEAST_CHANGE))
            .sorted(Comparator.comparing(it -> it.shifts().isEmpty()))
            .toList());
  }

  private static Trend trend(Judged judged, List<StoredRun> runs) {
    Value newest =
        runs.stream()
            .map(run -> run.figures().get(judged))
            .filter(Objects::nonNull)
            .reduce((earlier, later) -> later)
            .orElseThrow();
    return new Trend(
        judged,
        newest.unit(),
        newest.moreIsWorse(),
        each(runs, judged, Value::value),
        each(runs, judged, Value::limit),
        List.of());
  }

  private static List<Double> each(
      List<StoredRun> runs, Judged judged, ToDoubleFunction<Value> of) {
    return runs.stream()
        .map(run -> Optional.ofNullable(run.figures().get(judged)))
        .map(value -> value.map(of::applyAsDouble).orElse(Double.NaN))
        .toList();
  }
}
