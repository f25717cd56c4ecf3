package dev.harness.verdict;

import dev.harness.measure.Counts;
import dev.harness.measure.Distribution;
import dev.harness.measure.Figure;
import dev.harness.measure.WindowSnapshot;
import dev.harness.plan.WindowMetric.OfTimes;
import dev.harness.plan.WindowMetric.Percentile;
import dev.harness.plan.WindowMetric.Rate;
import dev.harness.plan.WindowMetric.Timing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The windows with data of the last minute at the most, looked at over the shortest trailing span
 * with enough operations for a figure: so a slow load is not judged by three of them, nor a fast
 * one by what happened long ago. Immutable.
 */
final class RecentWindows {
  static final int MOST_WINDOWS = 60;

  /** Before the first window of a load. */
  static final RecentWindows EMPTY = new RecentWindows(List.of());

  private static final Figure TOO_FEW =
      Figure.missing("too few operations in the last %d s".formatted(MOST_WINDOWS));

  /** For a rate or a mean as many as for a P95. */
  private static final long ENOUGH = Figure.LEAST_OPERATIONS;

  /** The newest last. */
  private final List<Second> seconds;

  private RecentWindows(List<Second> seconds) {
    this.seconds = List.copyOf(seconds);
  }

  /** What is kept of a window. */
  private record Second(long index, Counts counts, Distribution response, Distribution service) {
    Distribution times(Timing timing) {
      return switch (timing) {
        case RESPONSE_TIME -> response;
        case SERVICE_TIME -> service;
      };
    }
  }

  /** Samples that a figure needs. */
  static long needed(OfTimes metric) {
    return metric instanceof Percentile percentile
        ? Distribution.samplesNeeded(percentile.quantile())
        : ENOUGH;
  }

  /**
   * These and the next window; of those before, no more than there have to be.
   *
   * @param times samples for the most demanding figure that will be asked for
   */
  RecentWindows with(WindowSnapshot window, long times) {
    var more = new ArrayList<>(seconds);
    more.add(new Second(window.index(), window.counts(), window.response(), window.service()));
    more.removeIf(second -> second.index() <= window.index() - MOST_WINDOWS);
    Counts sum = Counts.ZERO;
    int first = more.size();
    while (first > 0 && (sum.due() < ENOUGH || sum.completed() < times)) {
      sum = sum.plus(more.get(--first).counts());
    }
    return new RecentWindows(more.subList(first, more.size()));
  }

  /** Windows that are kept. */
  int size() {
    return seconds.size();
  }

  Figure rate(Rate metric) {
    Counts sum = Counts.ZERO;
    for (int back = 1; back <= seconds.size(); back++) {
      sum = sum.plus(seconds.get(seconds.size() - back).counts());
      if (sum.due() >= ENOUGH) {
        return rate(metric, sum, back);
      }
    }
    return TOO_FEW;
  }

  /** Of operations that were due within some seconds; there are some. */
  static Figure rate(Rate metric, Counts counts, int seconds) {
    return switch (metric) {
      case SUCCESS_RATE -> Figure.of(counts.successPercent(), counts.due());
      case ERROR_RATE -> Figure.of(100 - counts.successPercent(), counts.due());
      case THROUGHPUT -> Figure.of((double) counts.completed() / seconds, counts.due());
    };
  }

  /**
   * Figures of times in one go, since the longer spans end with the shorter ones.
   *
   * @param metrics of that timing, those that need fewer samples first
   */
  Map<OfTimes, Figure> times(Timing timing, List<OfTimes> metrics) {
    var figures = new HashMap<OfTimes, Figure>();
    metrics.forEach(metric -> figures.put(metric, TOO_FEW));
    List<Distribution> all = seconds.stream().map(second -> second.times(timing)).toList();
    int from = all.size() - 1;
    Distribution span = all.get(from);
    for (OfTimes metric : metrics) {
      int first = from;
      long count = span.count();
      while (count < needed(metric) && first > 0) {
        count += all.get(--first).count();
      }
      if (count < needed(metric)) {
        break;
      }
      span = first < from ? sum(all.subList(first, from)).plus(span) : span;
      from = first;
      figures.put(metric, figure(metric, span));
    }
    return figures;
  }

  /** By halves, so that no bucket is copied more often than it must be. */
  private static Distribution sum(List<Distribution> parts) {
    int half = parts.size() / 2;
    return half == 0
        ? parts.get(0)
        : sum(parts.subList(0, half)).plus(sum(parts.subList(half, parts.size())));
  }

  private static Figure figure(OfTimes metric, Distribution times) {
    return metric instanceof Percentile percentile
        ? times.percentile(percentile.quantile())
        : times.mean();
  }
}
