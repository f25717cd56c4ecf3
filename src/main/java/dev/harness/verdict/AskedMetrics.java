package dev.harness.verdict;

import static java.util.stream.Collectors.groupingBy;

import dev.harness.measure.Figure;
import dev.harness.plan.AlertMetric;
import dev.harness.plan.BurnRate;
import dev.harness.plan.WindowMetric;
import dev.harness.plan.WindowMetric.OfTimes;
import dev.harness.plan.WindowMetric.Rate;
import dev.harness.plan.WindowMetric.Timing;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What somebody wants to know of the windows of a load, each once, sorted by how it is found out.
 *
 * @param times those that need fewer samples first
 * @param samples for the most demanding of them
 */
record AskedMetrics(
    List<Rate> rates, Map<Timing, List<OfTimes>> times, List<BurnRate> burnRates, long samples) {

  static AskedMetrics of(Collection<WindowMetric> metrics) {
    List<OfTimes> times =
        only(OfTimes.class, metrics).sorted(Comparator.comparing(RecentWindows::needed)).toList();
    return new AskedMetrics(
        only(Rate.class, metrics).toList(),
        times.stream().collect(groupingBy(OfTimes::timing)),
        only(BurnRate.class, metrics).toList(),
        times.isEmpty() ? 0 : RecentWindows.needed(times.get(times.size() - 1)));
  }

  /** No figure of any of them, for that reason. */
  Map<AlertMetric, Figure> none(String reason) {
    Figure missing = Figure.missing(reason);
    var figures = new HashMap<AlertMetric, Figure>();
    Stream.of(rates, times.values().stream().flatMap(List::stream).toList(), burnRates)
        .forEach(metrics -> metrics.forEach(metric -> figures.put(metric, missing)));
    return figures;
  }

  private static <T> Stream<T> only(Class<T> kind, Collection<WindowMetric> metrics) {
    return metrics.stream().distinct().filter(kind::isInstance).map(kind::cast);
  }
}
