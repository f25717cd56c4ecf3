package dev.harness.telemetry;

import dev.harness.measure.Counts;
import dev.harness.measure.Distribution;
import dev.harness.run.CheckResult;
import dev.harness.run.RunRecord;
import dev.harness.run.drive.PhaseResult;
import io.prometheus.client.Collector.MetricFamilySamples;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What became of the operations of each load, over all its rounds. */
final class LoadFamilies {
  /** Beyond so many classes of failures the rest is told together, as each window does, too. */
  private static final int MOST_CLASSES = 50;

  private static final String OTHERS = "other";
  private static final double MILLIS_PER_SECOND = 1_000;

  /** Upper ends of buckets in seconds, from what takes no network to what nobody waits for. */
  private static final List<Double> BUCKETS =
      List.of(
          1e-6, 1e-5, 1e-4, 2.5e-4, 5e-4, 1e-3, 2.5e-3, 5e-3, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5,
          1.0, 2.5, 5.0, 10.0, 30.0, 60.0);

  private final Family due =
      Family.counter("operations_due", "Operations whose intended time has come", "check", "load");
  private final Family ended =
      Family.counter("operations", "Operations by what became of them", "check", "load", "outcome");
  private final Family failures =
      Family.counter(
          "failures", "Refusals and failures of operations by class", "check", "load", "class");
  private final Family windows =
      Family.counter("windows", "One-second windows that have closed", "check", "load");
  private final Family unoffered =
      Family.counter(
          "windows_without_data", "Windows in which the load was not offered", "check", "load");
  private final Family response =
      Family.histogram(
          "response_time_seconds", "From intended time to answer, completed", "check", "load");
  private final Family service =
      Family.histogram(
          "service_time_seconds", "From sending to answer, completed", "check", "load");
  private final Family lag =
      Family.histogram(
          "generator_lag_seconds", "How late the generator itself was", "check", "load");

  private LoadFamilies() {}

  static List<MetricFamilySamples> of(RunRecord record) {
    var families = new LoadFamilies();
    for (CheckResult result : record.results()) {
      var loads = new LinkedHashMap<String, PhaseResult>();
      result.phases().forEach(phase -> loads.merge(phase.name(), phase, PhaseResult::plus));
      loads.values().forEach(load -> families.add(result.check().id().toString(), load));
    }
    return families.all();
  }

  private void add(String check, PhaseResult load) {
    String name = load.name();
    Counts counts = load.counts();
    due.add(counts.due(), check, name);
    ended.add(counts.completed(), check, name, "completed");
    ended.add(counts.refused(), check, name, "refused");
    ended.add(counts.failed(), check, name, "failed");
    ended.add(counts.timedOut(), check, name, "timed_out");
    ended.add(counts.expired(), check, name, "expired");
    ended.add(counts.unfinished(), check, name, "unfinished");
    ended.add(counts.dropped(), check, name, "dropped");
    windows.add(load.windows().windows(), check, name);
    unoffered.add(load.windows().withoutData(), check, name);
    classes(load.total().reasons())
        .forEach((reason, count) -> failures.add(count, check, name, reason));
    addTimes(response, load.total().response(), List.of(check, name));
    addTimes(service, load.total().service(), List.of(check, name));
    addTimes(lag, load.total().lag(), List.of(check, name));
  }

  /** The most frequent ones, and all others as one. */
  private static Map<String, Long> classes(Map<String, Long> reasons) {
    var told = new LinkedHashMap<String, Long>();
    List<Map.Entry<String, Long>> sorted =
        reasons.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    for (int i = 0; i < sorted.size(); i++) {
      String name = i < MOST_CLASSES ? sorted.get(i).getKey() : OTHERS;
      told.merge(name, sorted.get(i).getValue(), Long::sum);
    }
    return told;
  }

  private static void addTimes(Family family, Distribution times, List<String> labels) {
    if (times.count() == 0) {
      return;
    }
    for (double bucket : BUCKETS) {
      family.addBucket(Double.toString(bucket), times.countUpTo(bucket), labels);
    }
    family.addBucket("+Inf", times.count(), labels);
    family.addPart("_count", (double) times.count(), labels);
    family.addPart("_sum", times.meanMillis() * times.count() / MILLIS_PER_SECOND, labels);
  }

  private List<MetricFamilySamples> all() {
    return Stream.of(due, ended, failures, windows, unoffered, response, service, lag)
        .map(Family::samples)
        .toList();
  }
}
