package dev.harness.report;

import dev.harness.compare.Change;
import dev.harness.compare.Comparison;
import dev.harness.compare.Curves;
import dev.harness.compare.MetricChange;
import dev.harness.compare.MetricChange.Scale;
import dev.harness.stats.Interval;
import java.util.List;
import java.util.Optional;

/** Comparisons of which every number is known. */
public final class SampleComparison {
  private static final String LOAD = "load/sustained, sustained";

  private SampleComparison() {}

  /** One metric that got worse, one that did not, and one that only one of the runs has. */
  public static Comparison regressed() {
    return of(List.of());
  }

  /** The same, of another machine. */
  public static Comparison elsewhere() {
    return of(List.of("cpu_count: 64, before 2"));
  }

  /** Of a report with names that a browser would act on. */
  public static Comparison hostile() {
    String script = "<script>document.title='owned'</script> | @everyone";
    return new Comparison(
        script, script, List.of(script), true, List.of(p95(script, Change.REGRESSED)));
  }

  private static Comparison of(List<String> differences) {
    return new Comparison(
        "base1",
        "cand1",
        differences,
        false,
        List.of(
            p95(LOAD, Change.REGRESSED),
            new MetricChange(
                "success rate",
                LOAD,
                true,
                Change.UNCHANGED,
                Optional.of(new Interval(-0.001, 0, 0.001)),
                0.05,
                Scale.RATIO,
                "",
                new Curves("%", Curves.Step.WINDOW, List.of(100.0, 100.0), List.of(100.0, 99.5))),
            new MetricChange(
                "memory growth",
                "permanent_leak_per_1k",
                false,
                Change.INCONCLUSIVE,
                Optional.empty(),
                0,
                Scale.DIFFERENCE,
                "only one of the runs has it",
                Curves.NONE)));
  }

  private static MetricChange p95(String load, Change change) {
    return new MetricChange(
        "response time P95",
        load,
        true,
        change,
        Optional.of(new Interval(0.08, 0.12, 0.16)),
        0.05,
        Scale.RATIO,
        "Hodges-Lehmann +12.0 %",
        new Curves("ms", Curves.Step.WINDOW, List.of(10.0, 11.0, Double.NaN), List.of(11.5, 12.5)));
  }
}
