package dev.harness.verdict;

import dev.harness.measure.Figure;
import dev.harness.verdict.LiveSetTrend.Checkpoint;
import java.util.List;
import java.util.function.Function;

/**
 * How fast a live set grows with the work that is done, or the time that passes: its trend over
 * checkpoints, of which the first half is left out. A cache that fills grows, too, and then stops:
 * with its rise in the data it would pass for a leak in more than nine cases of ten.
 *
 * @param checkpoints by requests done, or milliseconds passed, in their order; at least {@value
 *     #LEAST_CHECKPOINTS} for a figure
 */
public record LiveSetGrowth(List<Checkpoint> checkpoints) {
  public static final int LEAST_CHECKPOINTS = 20;

  private static final double PER = 1_000;

  public LiveSetGrowth {
    checkpoints = List.copyOf(checkpoints);
  }

  /** Bytes per 1,000 of them. */
  public Figure perThousand() {
    return ofSecondHalf(LiveSetTrend::perOne);
  }

  /** The same, where what may be chance leaves nothing at all possible. */
  public Figure provedPerThousand() {
    return ofSecondHalf(LiveSetTrend::provedPerOne);
  }

  private Figure ofSecondHalf(Function<LiveSetTrend, Figure> slope) {
    int count = checkpoints.size();
    return count < LEAST_CHECKPOINTS
        ? Figure.missing(
            "growth needs %d checkpoints, there are %d".formatted(LEAST_CHECKPOINTS, count))
        : slope.apply(new LiveSetTrend(checkpoints.subList(count / 2, count))).times(PER);
  }
}
