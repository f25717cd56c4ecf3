package dev.harness.compare;

import dev.harness.compare.ComparedRun.MeasuredFigure;
import dev.harness.compare.MetricChange.Scale;
import dev.harness.plan.threshold.ContextCreationLimits;
import dev.harness.plan.threshold.DatabaseLimits;
import dev.harness.plan.threshold.MemoryLimits;
import dev.harness.run.IsolationLog;
import dev.harness.stats.Difference;
import dev.harness.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What checks measured of runs as a whole: estimates, which have bounds of their own, and counts
 * that must be 0. What cannot be held against each other is told among the changes at once.
 */
final class FigureChanges {
  private static final String MEMORY_GROWTH = MemoryLimits.PERMANENT_LEAK.metric().id();
  private static final String MEMORY_PER_CONTEXT =
      ContextCreationLimits.MEMORY_PER_CONTEXT.metric().id();
  private static final List<String> MUST_BE_ZERO =
      List.of(IsolationLog.BREACHES.id(), DatabaseLimits.LEAKS.metric().id());

  private final RunPairs pairs;
  private final List<MetricChange> changes;

  /**
   * Of these runs.
   *
   * @param changes to which is added
   */
  FigureChanges(RunPairs pairs, List<MetricChange> changes) {
    this.pairs = pairs;
    this.changes = changes;
  }

  /** Those that gate, as far as all runs have them. */
  List<Evidence> estimates() {
    return Stream.of(
            estimated("memory growth", MEMORY_GROWTH, Scale.DIFFERENCE),
            estimated("memory per context", MEMORY_PER_CONTEXT, Scale.RATIO))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Evidence> estimated(String title, String metric, Scale scale) {
    if (!inAll(title, metric)) {
      return Optional.empty();
    }
    try {
      return Optional.of(evidence(title, metric, scale));
    } catch (IllegalArgumentException e) {
      changes.add(
          MetricChange.inWords(title, metric, Change.INCONCLUSIVE, String.valueOf(e.getMessage())));
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
            ? Math.log1p(Comparer.LEAST_MARGIN)
            : Comparer.LEAST_MARGIN
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
  void mustBeZero() {
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
      changes.add(
          MetricChange.inWords(
              "breaches and leaks", "all checks", change, String.join("; ", notes)));
    }
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
      changes.add(MetricChange.inWords(title, metric, Change.INCONCLUSIVE, note));
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
