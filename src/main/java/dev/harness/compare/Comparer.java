package dev.harness.compare;

import dev.harness.compare.ComparedRun.MeasuredFigure;
import dev.harness.compare.MetricChange.Scale;
import dev.harness.plan.threshold.ContextCreationLimits;
import dev.harness.plan.threshold.DatabaseLimits;
import dev.harness.plan.threshold.MemoryLimits;
import dev.harness.run.IsolationLog;
import dev.harness.stats.BlockBootstrap;
import dev.harness.stats.Difference;
import dev.harness.stats.EstimateDifference;
import dev.harness.stats.HodgesLehmann;
import dev.harness.stats.Holm;
import dev.harness.stats.Interval;
import dev.harness.stats.MannWhitney;
import dev.harness.stats.Median;
import dev.harness.stats.RunSpread;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Holds a candidate against a baseline. At most eight metrics gate, corrected together for their
 * number; whatever else both runs have is told beside them.
 */
public final class Comparer {
  /** What nobody would call a regression. */
  private static final double LEAST_MARGIN = 0.05;

  private static final double RISK = 0.05;

  /** The same two runs give the same bounds, whenever they are compared. */
  private static final long SEED = 7;

  private static final String MEMORY_GROWTH = MemoryLimits.PERMANENT_LEAK.metric().id();
  private static final String MEMORY_PER_CONTEXT =
      ContextCreationLimits.MEMORY_PER_CONTEXT.metric().id();
  private static final List<String> MUST_BE_ZERO =
      List.of(IsolationLog.BREACHES.id(), DatabaseLimits.LEAKS.metric().id());

  private final ComparedRun base;
  private final ComparedRun candidate;
  private final List<ComparedRun> alike;
  private final List<MetricChange> changes = new ArrayList<>();

  private Comparer(ComparedRun base, ComparedRun candidate, List<ComparedRun> alike) {
    this.base = base;
    this.candidate = candidate;
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
    return new Comparer(base, candidate, alike).compare(forced);
  }

  private Comparison compare(boolean forced) {
    var loads = new GatingLoads(base, candidate);
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
    return new Comparison(base.id(), candidate.id(), differences(), forced, changes);
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
    double[] before = metric.logs(series(base, load));
    double[] after = metric.logs(series(candidate, load));
    return new Evidence(
        metric.title(),
        load,
        BlockBootstrap.medianDifference(before, after, SEED),
        margin(metric, load),
        Scale.RATIO,
        "Hodges-Lehmann %+.1f %%, Cliff's delta %+.2f"
            .formatted(
                100 * Math.expm1(HodgesLehmann.shift(after, before)),
                MannWhitney.of(after, before).cliffsDelta()),
        Curves.of(metric, series(base, load), series(candidate, load)));
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
    double before = series(base, load).deadShare();
    double after = series(candidate, load).deadShare();
    if (after > before + LEAST_MARGIN) {
      changes.add(
          change(
              "windows without an answer",
              load,
              Change.REGRESSED,
              "%.0f %% of the windows, before %.0f %%".formatted(100 * after, 100 * before)));
    }
  }

  private static LoadSeries series(ComparedRun run, String load) {
    return Objects.requireNonNull(run.loads().get(load));
  }

  /** What has bounds of its own. Where only one run has it, that is told, and is no pass. */
  private Optional<Evidence> estimated(String title, String metric, Scale scale) {
    Optional<MeasuredFigure> before = figure(base, metric);
    Optional<MeasuredFigure> after = figure(candidate, metric);
    if (before.isEmpty() || after.isEmpty()) {
      if (before.isPresent() || after.isPresent()) {
        changes.add(change(title, metric, Change.INCONCLUSIVE, "only one of the runs has it"));
      }
      return Optional.empty();
    }
    try {
      return Optional.of(evidence(title, before.get(), after.get(), scale));
    } catch (IllegalArgumentException e) {
      changes.add(change(title, metric, Change.INCONCLUSIVE, String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  /** A slope may be 0 or fall, and has no ratio: its margin is a share of its limit. */
  private static Evidence evidence(
      String title, MeasuredFigure before, MeasuredFigure after, Scale scale) {
    boolean ratio = scale == Scale.RATIO;
    Difference worsening =
        ratio
            ? EstimateDifference.of(logs(before.bounds()), logs(after.bounds()))
            : EstimateDifference.of(before.bounds(), after.bounds());
    double margin =
        ratio
            ? Math.log1p(LEAST_MARGIN)
            : LEAST_MARGIN
                * before
                    .limit()
                    .orElseThrow(() -> new IllegalArgumentException("it has no limit to go by"));
    return new Evidence(title, before.metric(), worsening, margin, scale, "", Curves.NONE);
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
      Optional<Double> before = total(base, metric);
      Optional<Double> after = total(candidate, metric);
      if (before.isPresent() != after.isPresent()) {
        changes.add(change(metric, metric, Change.INCONCLUSIVE, "only one of the runs has it"));
      } else if (before.isPresent() && after.isPresent()) {
        int more = Double.compare(after.get(), before.get());
        worse += more > 0 ? 1 : 0;
        better += more < 0 ? 1 : 0;
        notes.add("%s %s, before %s".formatted(metric, after.get(), before.get()));
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

  private static Optional<Double> total(ComparedRun run, String metric) {
    return run.figures().stream()
        .filter(it -> it.metric().equals(metric))
        .map(it -> it.bounds().estimate())
        .reduce(Double::sum);
  }

  private List<String> differences() {
    var differences = new ArrayList<>(base.circumstances().differences(candidate.circumstances()));
    if (base.partial()) {
      differences.add("the baseline was cut short");
    }
    if (candidate.partial()) {
      differences.add("the candidate was cut short");
    }
    return differences;
  }
}
