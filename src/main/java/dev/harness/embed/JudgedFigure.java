package dev.harness.embed;

import dev.harness.measure.Figure;
import dev.harness.plan.threshold.Bound;
import dev.harness.verdict.Judgement;
import dev.harness.verdict.Verdict;

/**
 * A figure beside its limit.
 *
 * @param metric its id
 * @param unit its symbol, as {@code ms}; empty for a count
 * @param value NaN where it could not be had
 * @param bound on which side of the limit it is good
 * @param limit NaN where there is none
 * @param marginPercent what is left before the limit, in percent of it, below 0 beyond it; NaN
 *     where there is none
 * @param reason why it is no pass; empty for a pass
 */
public record JudgedFigure(
    String metric,
    String unit,
    double value,
    Bound bound,
    double limit,
    double marginPercent,
    Verdict verdict,
    String reason) {

  static JudgedFigure of(Judgement judgement) {
    var criterion = judgement.criterion();
    return new JudgedFigure(
        criterion.metric().id(),
        criterion.metric().unit().symbol(),
        judgement.figure() instanceof Figure.Measured measured ? measured.value() : Double.NaN,
        criterion.bound(),
        judgement.limit() == null ? Double.NaN : judgement.limit().value(),
        judgement.marginPercent(),
        judgement.verdict(),
        judgement.reason());
  }
}
