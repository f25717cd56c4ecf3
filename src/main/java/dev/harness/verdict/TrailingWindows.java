package dev.harness.verdict;

import dev.harness.measure.Counts;
import dev.harness.measure.Figure;
import dev.harness.measure.WindowSnapshot;
import dev.harness.plan.AlertMetric;
import dev.harness.plan.Condition;
import dev.harness.plan.WindowMetric;
import dev.harness.plan.WindowMetric.OfTimes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The last windows of a phase, and what they say together. Each figure is taken once for a window,
 * however many conditions there are on it, and no more is kept than those figures need that were
 * asked for. Immutable.
 */
public final class TrailingWindows {
  private static final String IDLE = "nothing was due";

  private final AskedMetrics asked;
  private final RecentWindows recent;
  private final List<BurnWindows> burning;
  private final WindowState state;
  private final Map<AlertMetric, Figure> figures;

  private TrailingWindows(
      AskedMetrics asked,
      RecentWindows recent,
      List<BurnWindows> burning,
      WindowState state,
      Map<AlertMetric, Figure> figures) {
    this.asked = asked;
    this.recent = recent;
    this.burning = burning;
    this.state = state;
    this.figures = figures;
  }

  /** No window yet, of a load that is to be asked for these. */
  public static TrailingWindows of(Collection<WindowMetric> metrics) {
    AskedMetrics asked = AskedMetrics.of(metrics);
    List<BurnWindows> burning = asked.burnRates().stream().map(BurnWindows::empty).toList();
    return new TrailingWindows(
        asked, RecentWindows.EMPTY, burning, WindowState.IDLE, asked.none(IDLE));
  }

  /** These and the next window. One without data counts as having been seen, but is not kept. */
  public TrailingWindows with(WindowSnapshot window) {
    Counts counts = window.counts();
    WindowState next = WindowState.of(counts);
    if (next == WindowState.NO_DATA) {
      return new TrailingWindows(asked, recent, burning, next, asked.none(lost(counts)));
    }
    RecentWindows more = recent.with(window, asked.samples());
    List<BurnWindows> burned = burning.stream().map(windows -> windows.with(counts)).toList();
    Map<AlertMetric, Figure> figures =
        switch (next) {
          case GOOD -> good(more, burned);
          case BAD -> bad(counts, burned);
          default -> asked.none(IDLE);
        };
    return new TrailingWindows(asked, more, burned, next, figures);
  }

  /** Windows that are kept. */
  int size() {
    return recent.size();
  }

  /**
   * The figure of a metric.
   *
   * @throws IllegalArgumentException if it was not asked for at the beginning
   */
  public Figure figure(AlertMetric metric) {
    Figure figure = figures.get(metric);
    if (figure == null) {
      throw new IllegalArgumentException("nobody asked for " + metric.id());
    }
    return figure;
  }

  /**
   * What the newest window, with those before it, says of a condition. Where nothing completes,
   * there is no figure of times, and answers are as late as any condition can mean.
   */
  public Observation observe(Condition condition) {
    boolean late = state == WindowState.BAD && condition.metric() instanceof OfTimes;
    return late && condition.comparison().upward()
        ? Observation.HOLDS
        : Observation.of(condition, figure(condition.metric()));
  }

  private Map<AlertMetric, Figure> good(RecentWindows more, List<BurnWindows> burned) {
    var figures = new HashMap<AlertMetric, Figure>();
    asked.rates().forEach(rate -> figures.put(rate, more.rate(rate)));
    asked.times().forEach((timing, metrics) -> figures.putAll(more.times(timing, metrics)));
    burned.forEach(windows -> figures.put(windows.metric(), windows.figure()));
    return figures;
  }

  /** A window in which nothing completed stands for itself, however few operations it has. */
  private Map<AlertMetric, Figure> bad(Counts newest, List<BurnWindows> burned) {
    Map<AlertMetric, Figure> figures =
        asked.none("nothing completed of %,d that were due".formatted(newest.due()));
    asked.rates().forEach(rate -> figures.put(rate, RecentWindows.rate(rate, newest, 1)));
    burned.forEach(windows -> figures.put(windows.metric(), windows.figure()));
    return figures;
  }

  private static String lost(Counts counts) {
    return "%,d of %,d operations were not offered, or were cut off"
        .formatted(counts.dropped() + counts.unfinished(), counts.due());
  }
}
