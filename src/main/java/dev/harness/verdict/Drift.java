package dev.harness.verdict;

import dev.harness.measure.Figure;
import dev.harness.metric.Unit;
import java.util.Optional;

/**
 * Response times of a phase that moved while it lasted. It matters where it would change a verdict:
 * where the same load, begun again when this one ended, would come out on the other side of a
 * limit.
 *
 * @param phase by its name in reports
 * @param percent of their level, from first to last; below 0 where they fell
 */
public record Drift(String phase, double percent) {
  private static final double LEAST_PERCENT = 10;

  /** Whether it is more than what chance brings about. */
  boolean notable() {
    return Math.abs(percent) > LEAST_PERCENT;
  }

  /** Why the judgement of a time cannot stand; empty where it does not depend on the drift. */
  Optional<String> against(Judgement judgement) {
    var criterion = judgement.criterion();
    if (notable()
        && criterion.metric().unit() == Unit.MILLISECONDS
        && judgement.limit() != null
        && judgement.figure() instanceof Figure.Measured measured) {
      double next = measured.value() * Math.max(0, 1 + percent / 100);
      double limit = judgement.limit().value();
      if (criterion.bound().met(next, limit) != criterion.bound().met(measured.value(), limit)) {
        return Optional.of(
            "%s was not steady: response times drifted by %+.0f %%, and once more as far would cross the limit"
                .formatted(phase, percent));
      }
    }
    return Optional.empty();
  }
}
