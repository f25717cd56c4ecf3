package dev.harness.verdict;

import dev.harness.measure.Counts;
import dev.harness.measure.Distribution;
import dev.harness.measure.Figure;
import dev.harness.measure.WindowSnapshot;
import dev.harness.plan.AlertMetric;
import dev.harness.plan.AlertRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The last windows of a phase, looked at together. A percentile is taken over the shortest trailing
 * span with enough samples for it, a rate over the shortest with as many operations as a P95 needs:
 * so a slow load is not judged by three operations, nor a fast one by what happened long ago.
 *
 * <p>Keeps no more windows than the most demanding percentile needs, and none older than {@value
 * #MOST_WINDOWS} s. Immutable.
 */
public final class TrailingWindows {
  static final int MOST_WINDOWS = 60;

  /** No window yet. */
  public static final TrailingWindows EMPTY =
      new TrailingWindows(List.of(), WindowState.IDLE, Counts.ZERO);

  private static final long ENOUGH_FOR_RATES = Distribution.samplesNeeded(0.95);
  private static final long ENOUGH_FOR_ALL = Distribution.samplesNeeded(0.99);

  private final List<Second> seconds;
  private final WindowState state;
  private final Counts newest;

  private TrailingWindows(List<Second> seconds, WindowState state, Counts newest) {
    this.seconds = List.copyOf(seconds);
    this.state = state;
    this.newest = newest;
  }

  /** What is kept of a window: its other histograms would be most of the memory. */
  private record Second(long index, Counts counts, Distribution response) {}

  /** These and the next window. One without data counts as having been seen, but is not kept. */
  public TrailingWindows with(WindowSnapshot window) {
    WindowState next = WindowState.of(window.counts());
    var more = new ArrayList<>(seconds);
    if (next != WindowState.NO_DATA) {
      more.add(new Second(window.index(), window.counts(), window.response()));
    }
    more.removeIf(second -> second.index() <= window.index() - MOST_WINDOWS);
    int needed = trailing(more, ENOUGH_FOR_ALL, second -> second.response().count());
    List<Second> kept = needed == 0 ? more : more.subList(more.size() - needed, more.size());
    return new TrailingWindows(kept, next, window.counts());
  }

  /** Windows that are kept. */
  int size() {
    return seconds.size();
  }

  /**
   * The figure of a metric that comes from windows.
   *
   * @throws IllegalArgumentException for any other metric
   */
  public Figure figure(AlertMetric metric) {
    return switch (state) {
      case IDLE -> Figure.missing("nothing was due");
      case NO_DATA ->
          Figure.missing(
              "%,d of %,d operations were not offered".formatted(newest.dropped(), newest.due()));
      case GOOD, BAD ->
          switch (metric) {
            case SUCCESS_RATE -> rate(Counts::successPercent);
            case ERROR_RATE -> rate(counts -> 100 - counts.successPercent());
            case THROUGHPUT -> throughput();
            case RESPONSE_TIME_P50 -> percentile(0.50);
            case RESPONSE_TIME_P95 -> percentile(0.95);
            case RESPONSE_TIME_P99 -> percentile(0.99);
            default -> throw new IllegalArgumentException(metric.id() + " is not of windows");
          };
    };
  }

  /**
   * What the newest window, with those before it, says of a rule. Where nothing completes, there is
   * no percentile, and answers are as late as any rule can mean.
   *
   * @param figure of the rule's metric
   */
  public Observation observe(AlertRule rule, Figure figure) {
    boolean late = state == WindowState.BAD && figure instanceof Figure.Missing;
    return late && rule.comparison().upward() ? Observation.HOLDS : Observation.of(rule, figure);
  }

  private interface Rate {
    double of(Counts counts);
  }

  /** A window in which nothing completed stands for itself, however few operations it has. */
  private Figure rate(Rate rate) {
    if (state == WindowState.BAD) {
      return Figure.of(rate.of(newest), newest.due());
    }
    List<Second> span = span(ENOUGH_FOR_RATES, second -> second.counts().due());
    Counts counts = sum(span);
    return span.isEmpty() ? tooFew() : Figure.of(rate.of(counts), counts.due());
  }

  private Figure throughput() {
    if (state == WindowState.BAD) {
      return Figure.of(0, newest.due());
    }
    List<Second> span = span(ENOUGH_FOR_RATES, second -> second.counts().due());
    long completed = sum(span).completed();
    return span.isEmpty() ? tooFew() : Figure.of((double) completed / span.size(), completed);
  }

  private Figure percentile(double q) {
    if (state == WindowState.BAD) {
      return Figure.missing("nothing completed of %,d that were due".formatted(newest.due()));
    }
    List<Second> span = span(Distribution.samplesNeeded(q), second -> second.response().count());
    return span.stream()
        .map(Second::response)
        .reduce(Distribution::plus)
        .map(times -> times.percentile(q))
        .orElseGet(TrailingWindows::tooFew);
  }

  private List<Second> span(long enough, ToLongFunction<Second> samples) {
    int length = trailing(seconds, enough, samples);
    return seconds.subList(seconds.size() - length, seconds.size());
  }

  /** Length of the shortest trailing span with enough samples; 0 where there is none. */
  private static int trailing(List<Second> seconds, long enough, ToLongFunction<Second> samples) {
    long sum = 0;
    for (int length = 1; length <= seconds.size(); length++) {
      sum += samples.applyAsLong(seconds.get(seconds.size() - length));
      if (sum >= enough) {
        return length;
      }
    }
    return 0;
  }

  private static Counts sum(List<Second> span) {
    return span.stream().map(Second::counts).reduce(Counts.ZERO, Counts::plus);
  }

  private static Figure tooFew() {
    return Figure.missing("too few operations in the last %d s".formatted(MOST_WINDOWS));
  }
}
