package dev.harness.compare;

import dev.harness.compare.MetricChange.Scale;
import dev.harness.stats.Holm;
import dev.harness.stats.Median;
import dev.harness.stats.RunSpread;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Holds a candidate against a baseline. At most eight metrics gate, corrected together for their
 * number; whatever else all runs have is told beside them.
 */
public final class Comparer {
  /** What nobody would call a regression. */
  static final double LEAST_MARGIN = 0.05;

  private static final double RISK = 0.05;

  private final RunPairs pairs;
  private final List<ComparedRun> alike;
  private final List<MetricChange> changes = new ArrayList<>();

  private Comparer(RunPairs pairs, List<ComparedRun> alike) {
    this.pairs = pairs;
    this.alike = alike;
  }

  /**
   * Compares two runs.
   *
   * @param alike runs of the same thing, by which margins are calibrated; none for the least margin
   * @param forced whether runs of unlike circumstances are compared all the same
   */
  public static Comparison compare(
      ComparedRun base, ComparedRun candidate, List<ComparedRun> alike, boolean forced) {
    return compare(RunPairs.of(base, candidate), alike, forced);
  }

  /** Compares runs of two things, of each as many. */
  public static Comparison compare(RunPairs pairs, List<ComparedRun> alike, boolean forced) {
    return new Comparer(pairs, alike).compare(forced);
  }

  private Comparison compare(boolean forced) {
    var loads = new GatingLoads(pairs.runs());
    var gating = new ArrayList<Evidence>();
    loads
        .forResponse()
        .ifPresent(
            load -> {
              for (WindowMetric metric :
                  List.of(
                      WindowMetric.SUCCESS_RATE,
                      WindowMetric.P50,
                      WindowMetric.P95,
                      WindowMetric.P99)) {
                gating.add(windows(metric, load));
              }
              deadWindows(load);
            });
    loads.forThroughput().ifPresent(load -> gating.add(windows(WindowMetric.THROUGHPUT, load)));
    var figures = new FigureChanges(pairs, changes);
    gating.addAll(figures.estimates());
    conclude(gating);
    figures.mustBeZero();
    others(loads.common(), gating);
    return new Comparison(
        RunPairs.names(pairs.bases()),
        RunPairs.names(pairs.candidates()),
        pairs.differences(),
        forced,
        changes);
  }

  private void conclude(List<Evidence> gating) {
    List<Boolean> worse =
        Holm.rejected(RISK, gating.stream().mapToDouble(Evidence::chanceOfLooking).toArray());
    List<Boolean> better =
        Holm.rejected(RISK, gating.stream().mapToDouble(Evidence::chanceOfLookingBetter).toArray());
    for (int i = 0; i < gating.size(); i++) {
      changes.add(gating.get(i).conclude(true, worse.get(i), better.get(i)));
    }
  }

  /** Told, and nothing rests on them: so their number needs no correction. */
  private void others(List<String> loads, List<Evidence> gating) {
    for (String load : loads) {
      for (WindowMetric metric : WindowMetric.values()) {
        boolean gates =
            gating.stream()
                .anyMatch(it -> it.of().equals(load) && it.metric().equals(metric.title()));
        if (!gates) {
          changes.add(windows(metric, load).conclude(false, true, true));
        }
      }
    }
  }

  private Evidence windows(WindowMetric metric, String load) {
    return new Evidence(
        metric.title(),
        load,
        pairs.worsening(metric, load),
        margin(metric, load),
        Scale.RATIO,
        pairs.note(metric, load),
        pairs.curves(metric, load));
  }

  private double margin(WindowMetric metric, String load) {
    double[] medians =
        alike.stream()
            .map(run -> run.loads().get(load))
            .filter(Objects::nonNull)
            .map(metric::logs)
            .filter(logs -> logs.length > 0)
            .mapToDouble(Median::of)
            .toArray();
    double least = Math.log1p(LEAST_MARGIN);
    return medians.length < RunSpread.LEAST_RUNS
        ? least
        : Math.max(least, RunSpread.largestDifference(medians));
  }

  /** A window in which nothing completed has no response time, and is worse than any that has. */
  private void deadWindows(String load) {
    double before = RunPairs.deadShare(pairs.bases(), load);
    double after = RunPairs.deadShare(pairs.candidates(), load);
    if (after > before + LEAST_MARGIN) {
      changes.add(
          MetricChange.inWords(
              "windows without an answer",
              load,
              Change.REGRESSED,
              "%.0f %% of the windows, before %.0f %%".formatted(100 * after, 100 * before)));
    }
  }
}
