package dev.harness.compare;

import dev.harness.compare.ComparedRun.MeasuredFigure;
import dev.harness.compare.MetricChange.Scale;
import dev.harness.plan.threshold.ContextCreationLimits;
import dev.harness.plan.threshold.DatabaseLimits;
import dev.harness.plan.threshold.MemoryLimits;
import dev.harness.run.IsolationLog;
import dev.harness.stats.Difference;
import dev.harness.stats.Holm;
import dev.harness.stats.Interval;
import dev.harness.stats.Median;
import dev.harness.stats.RunSpread;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Holds a candidate against a baseline. At most eight metrics gate, corrected together for their
 * number; whatever else all runs have is told beside them.
 */
public final class Comparer {
  /** What nobody would call a regression. */
  private static final double LEAST_MARGIN = 0.05;

  private static final double RISK = 0.05;

  private static final String MEMORY_GROWTH = MemoryLimits.PERMANENT_LEAK.metric().id();
  private static final String MEMORY_PER_CONTEXT =
      ContextCreationLimits.MEMORY_PER_CONTEXT.metric().id();
  private static final List<String> MUST_BE_ZERO =
      List.of(IsolationLog.BREACHES.id(), DatabaseLimits.LEAKS.metric().id());

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
    estimated("memory growth", MEMORY_GROWTH, Scale.DIFFERENCE).ifPresent(gating::add);
    estimated("memory per context", MEMORY_PER_CONTEXT, Scale.RATIO).ifPresent(gating::add);
    conclude(gating);
    mustBeZero();
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
          change(
              "windows without an answer",
              load,
              Change.REGRESSED,
              "%.0f %% of the windows, before %.0f %%".formatted(100 * after, 100 * before)));
    }
  }

  /** What has bounds of its own. */
  private Optional<Evidence> estimated(String title, String metric, Scale scale) {
    if (!inAll(title, metric)) {
      return Optional.empty();
    }
    try {
      return Optional.of(evidence(title, metric, scale));
    } catch (IllegalArgumentException e) {
      changes.add(change(title, metric, Change.INCONCLUSIVE, String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  /** A slope may be 0 or fall, and has no ratio: its margin is a share of its limit. */
  private Evidence evidence(String title, String metric, Scale scale) {
    Difference worsening =
        pairs.worsening(
            run -> {
              Interval bounds = figure(run, metric).orElseThrow().bounds();
              return scale == Scale.RATIO ? logs(bounds) : bounds;
            });
    double margin =
        scale == Scale.RATIO
            ? Math.log1p(LEAST_MARGIN)
            : LEAST_MARGIN
                * figure(pairs.bases().get(0), metric)
                    .orElseThrow()
                    .limit()
                    .orElseThrow(() -> new IllegalArgumentException("it has no limit to go by"));
    return new Evidence(title, metric, worsening, margin, scale, "", Curves.NONE);
  }

  private static Interval logs(Interval bounds) {
    if (!(bounds.lower() > 0)) {
      throw new IllegalArgumentException("one of its bounds is 0 or less, and has no ratio");
    }
    return new Interval(
        Math.log(bounds.lower()), Math.log(bounds.estimate()), Math.log(bounds.upper()));
  }

  /** Counts of what may not happen at all: each more is one too many, and chance has no part. */
  private void mustBeZero() {
    int worse = 0;
    int better = 0;
    var notes = new ArrayList<String>();
    for (String metric : MUST_BE_ZERO) {
      if (inAll(metric, metric)) {
        double before = total(pairs.bases(), metric);
        double after = total(pairs.candidates(), metric);
        worse += after > before ? 1 : 0;
        better += after < before ? 1 : 0;
        notes.add("%s %s, before %s".formatted(metric, after, before));
      }
    }
    if (!notes.isEmpty()) {
      Change change =
          worse > 0 ? Change.REGRESSED : better > 0 ? Change.IMPROVED : Change.UNCHANGED;
      changes.add(change("breaches and leaks", "all checks", change, String.join("; ", notes)));
    }
  }

  private static MetricChange change(String metric, String of, Change change, String note) {
    return new MetricChange(
        metric, of, true, change, Optional.empty(), 0, Scale.DIFFERENCE, note, Curves.NONE);
  }

  private static Optional<MeasuredFigure> figure(ComparedRun run, String metric) {
    return run.figures().stream().filter(it -> it.metric().equals(metric)).findFirst();
  }

  /** Whether all runs have it. Where only some do, that is told, and is no pass. */
  private boolean inAll(String title, String metric) {
    List<ComparedRun> runs = pairs.runs();
    long having = runs.stream().filter(run -> figure(run, metric).isPresent()).count();
    if (having > 0 && having < runs.size()) {
      String note = "only %d of %d runs have it".formatted(having, runs.size());
      changes.add(change(title, metric, Change.INCONCLUSIVE, note));
    }
    return having == runs.size();
  }

  private static double total(List<ComparedRun> runs, String metric) {
    return runs.stream()
        .flatMap(run -> run.figures().stream())
        .filter(it -> it.metric().equals(metric))
        .mapToDouble(it -> it.bounds().estimate())
        .sum();
  }
}
