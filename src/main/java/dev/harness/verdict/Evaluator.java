package dev.harness.verdict;

import dev.harness.measure.Distribution;
import dev.harness.measure.Figure;
import dev.harness.metric.Metric;
import dev.harness.plan.threshold.Bound;
import dev.harness.plan.threshold.Thresholds;
import java.util.List;
import java.util.Map;

/** Holds the figures of a check against its limits. */
public final class Evaluator {
  private final Thresholds thresholds;

  public Evaluator(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  /** One judgement for each criterion, in their order, with a generator beyond doubt. */
  public List<Judgement> judge(List<Criterion> criteria, Map<Metric, Figure> figures) {
    return judge(criteria, figures, Fitness.FIT);
  }

  /** One judgement for each criterion, in their order. */
  public List<Judgement> judge(
      List<Criterion> criteria, Map<Metric, Figure> figures, Fitness fitness) {
    return criteria.stream().map(criterion -> fitness.reserve(judge(criterion, figures))).toList();
  }

  private Judgement judge(Criterion criterion, Map<Metric, Figure> figures) {
    Figure figure = figures.get(criterion.metric());
    Thresholds.Limit limit = criterion.limit(thresholds).orElse(null);
    if (limit == null && !criterion.required()) {
      Figure reported = figure == null ? Figure.missing("not measured") : figure;
      return new Judgement(criterion, reported, null, Verdict.NOT_RUN, "no limit is given");
    }
    if (figure == null) {
      figure = Figure.missing("the check gave no " + criterion.metric().id());
    }
    if (figure instanceof Figure.Missing missing) {
      Verdict verdict = missing.notOffered() ? Verdict.NOT_RUN : Verdict.NO_DATA;
      return new Judgement(criterion, figure, limit, verdict, missing.reason());
    }
    if (limit == null) {
      return new Judgement(criterion, figure, null, Verdict.NO_DATA, "no limit is given");
    }
    return judge(criterion, (Figure.Measured) figure, limit);
  }

  /** An estimate keeps or breaks its limit only where both its bounds do. */
  private static Judgement judge(
      Criterion criterion, Figure.Measured figure, Thresholds.Limit limit) {
    boolean lower = criterion.bound().met(figure.lower(), limit.value());
    boolean upper = criterion.bound().met(figure.upper(), limit.value());
    if (lower != upper) {
      return new Judgement(
          criterion,
          figure,
          limit,
          Verdict.INCONCLUSIVE,
          "it lies between %,.1f and %,.1f, on either side of the limit"
              .formatted(figure.lower(), figure.upper()));
    }
    return lower
        ? kept(criterion, figure, limit)
        : new Judgement(criterion, figure, limit, Verdict.BREACH, "the limit is broken");
  }

  /** A share keeps its limit only where there was enough that could have broken it. */
  private static Judgement kept(
      Criterion criterion, Figure.Measured figure, Thresholds.Limit limit) {
    long needed = figure.share() ? operationsNeeded(criterion.bound(), limit.value()) : 0;
    return figure.samples() < needed
        ? new Judgement(
            criterion,
            figure,
            limit,
            Verdict.NO_DATA,
            "to show that it is kept takes %,d operations, there were %,d"
                .formatted(needed, figure.samples()))
        : new Judgement(criterion, figure, limit, Verdict.PASS, "");
  }

  /**
   * Operations that can show that a limit on their share is kept: with fewer, all of them can end
   * well by chance (in more than 5 of 100 runs) though the limit is broken. As for the percentile
   * of the same rank, n ≥ ln 0.05 / ln L: 59 for 95 %, 299 for 99 %. A limit that tolerates nothing
   * is one on a count, which takes no more than to be counted.
   */
  static long operationsNeeded(Bound bound, double limitPercent) {
    double kept = (bound == Bound.AT_LEAST ? limitPercent : 100 - limitPercent) / 100;
    return kept > 0 && kept < 1 ? Distribution.samplesNeeded(kept) : 0;
  }
}
