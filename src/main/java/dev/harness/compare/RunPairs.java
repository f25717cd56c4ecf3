package dev.harness.compare;

import dev.harness.stats.BlockBootstrap;
import dev.harness.stats.Difference;
import dev.harness.stats.EstimateDifference;
import dev.harness.stats.HodgesLehmann;
import dev.harness.stats.Interval;
import dev.harness.stats.MannWhitney;
import dev.harness.stats.Median;
import dev.harness.stats.PairedDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Runs of two things, pair by pair. Of a single pair the windows of a run are all that tells of
 * chance. Of several, each under conditions of its own, how the pairs differ tells it, and what
 * changes from run to run is in it.
 *
 * @param pairs at least one
 */
public record RunPairs(List<Pair> pairs) {
  /** The same two runs give the same bounds, whenever they are compared. */
  private static final long SEED = 7;

  /** A run of each, one after the other. */
  public record Pair(ComparedRun base, ComparedRun candidate) {}

  public RunPairs {
    pairs = List.copyOf(pairs);
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("a comparison needs at least one pair of runs");
    }
  }

  /** A single pair. */
  public static RunPairs of(ComparedRun base, ComparedRun candidate) {
    return new RunPairs(List.of(new Pair(base, candidate)));
  }

  List<ComparedRun> bases() {
    return pairs.stream().map(Pair::base).toList();
  }

  List<ComparedRun> candidates() {
    return pairs.stream().map(Pair::candidate).toList();
  }

  /** All of them; the first is a baseline. */
  List<ComparedRun> runs() {
    return pairs.stream().flatMap(pair -> Stream.of(pair.base(), pair.candidate())).toList();
  }

  /** By what a reader finds these runs. */
  static String names(List<ComparedRun> runs) {
    String first = runs.get(0).id();
    return runs.size() == 1 ? first : "%s and %d more".formatted(first, runs.size() - 1);
  }

  /** How far the candidate lies on the worse side, by logarithms. */
  Difference worsening(WindowMetric metric, String load) {
    if (pairs.size() > 1) {
      return paired(run -> Median.of(metric.logs(series(run, load))));
    }
    Pair pair = pairs.get(0);
    return BlockBootstrap.medianDifference(
        metric.logs(series(pair.base(), load)), metric.logs(series(pair.candidate(), load)), SEED);
  }

  /**
   * How far an estimate of the candidate lies above that of the baseline.
   *
   * @param bounds of the estimate in a run
   * @throws IllegalArgumentException where they do not tell
   */
  Difference worsening(Function<ComparedRun, Interval> bounds) {
    return pairs.size() > 1
        ? paired(run -> bounds.apply(run).estimate())
        : EstimateDifference.of(
            bounds.apply(pairs.get(0).base()), bounds.apply(pairs.get(0).candidate()));
  }

  private PairedDifference paired(ToDoubleFunction<ComparedRun> value) {
    return PairedDifference.of(
        pairs.stream()
            .mapToDouble(
                pair -> value.applyAsDouble(pair.candidate()) - value.applyAsDouble(pair.base()))
            .toArray());
  }

  /** What else is known of it, and decides nothing. */
  String note(WindowMetric metric, String load) {
    if (pairs.size() > 1) {
      long worse =
          pairs.stream()
              .filter(
                  pair ->
                      Median.of(metric.logs(series(pair.candidate(), load)))
                          > Median.of(metric.logs(series(pair.base(), load))))
              .count();
      return "worse in %d of %d pairs".formatted(worse, pairs.size());
    }
    double[] before = metric.logs(series(pairs.get(0).base(), load));
    double[] after = metric.logs(series(pairs.get(0).candidate(), load));
    return "Hodges-Lehmann %+.1f %%, Cliff's delta %+.2f"
        .formatted(
            100 * Math.expm1(HodgesLehmann.shift(after, before)),
            MannWhitney.of(after, before).cliffsDelta());
  }

  /** Both, window by window; of several pairs, pair by pair. */
  Curves curves(WindowMetric metric, String load) {
    if (pairs.size() == 1) {
      return new Curves(
          metric.unit(),
          Curves.Step.WINDOW,
          metric.values(series(pairs.get(0).base(), load)),
          metric.values(series(pairs.get(0).candidate(), load)));
    }
    var before = new ArrayList<Double>();
    var after = new ArrayList<Double>();
    for (Pair pair : pairs) {
      before.add(metric.median(series(pair.base(), load)));
      after.add(metric.median(series(pair.candidate(), load)));
    }
    return new Curves(metric.unit(), Curves.Step.PAIR, before, after);
  }

  /** Share of windows of these runs in which nothing completed. */
  static double deadShare(List<ComparedRun> runs, String load) {
    return runs.stream().mapToDouble(run -> series(run, load).deadShare()).average().orElse(0);
  }

  /** In what any of them is not like the first, or was cut short, each in one line. */
  List<String> differences() {
    Circumstances first = pairs.get(0).base().circumstances();
    Stream<String> unlike =
        runs().stream().flatMap(run -> first.differences(run.circumstances()).stream());
    Stream<String> cut =
        Stream.concat(
            bases().stream().filter(ComparedRun::partial).map(run -> "the baseline was cut short"),
            candidates().stream()
                .filter(ComparedRun::partial)
                .map(run -> "the candidate was cut short"));
    return Stream.concat(unlike, cut).distinct().toList();
  }

  private static LoadSeries series(ComparedRun run, String load) {
    return Objects.requireNonNull(run.loads().get(load));
  }
}
