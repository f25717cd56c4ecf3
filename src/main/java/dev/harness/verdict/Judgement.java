package dev.harness.verdict;

import dev.harness.measure.Figure;
import dev.harness.metric.Unit;
import dev.harness.plan.threshold.Thresholds;
import org.jspecify.annotations.Nullable;

/**
 * One figure held against one limit.
 *
 * @param limit none where the thresholds have none for this key
 * @param reason in plain words why it is no pass; empty for a pass
 */
public record Judgement(
    Criterion criterion,
    Figure figure,
    Thresholds.@Nullable Limit limit,
    Verdict verdict,
    String reason) {

  /** The same figure and limit, from which nothing can be concluded. */
  Judgement inconclusive(String why) {
    return new Judgement(criterion, figure, limit, Verdict.INCONCLUSIVE, why);
  }

  /**
   * What is left before the limit, in percent of it; NaN where there is no figure, the limit is 0,
   * or the answer is yes or no.
   */
  public double marginPercent() {
    boolean graded = criterion.metric().unit() != Unit.YES_NO;
    return graded && limit != null && figure instanceof Figure.Measured measured
        ? criterion.bound().marginPercent(measured.value(), limit.value())
        : Double.NaN;
  }

  /** Whether it broke a limit that nothing may come near: a breach, or a yes that is a no. */
  public boolean absolute() {
    return verdict == Verdict.BREACH && Double.isNaN(marginPercent());
  }
}
