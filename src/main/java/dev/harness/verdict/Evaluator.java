package dev.harness.verdict;

import dev.harness.measure.Figure;
import dev.harness.metric.Metric;
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
      return new Judgement(criterion, figure, limit, Verdict.NO_DATA, missing.reason());
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
        ? new Judgement(criterion, figure, limit, Verdict.PASS, "")
        : new Judgement(criterion, figure, limit, Verdict.BREACH, "the limit is broken");
  }
}
