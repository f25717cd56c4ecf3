package dev.harness.verdict;

import dev.harness.measure.Figure;
import dev.harness.stats.Interval;
import dev.harness.stats.MannKendall;
import dev.harness.stats.TheilSen;
import java.util.List;

/**
 * What a live set gains with each one more of something: Sen's slope and its 90 % interval.
 *
 * @param checkpoints in their order, at two counts or more
 */
public record LiveSetTrend(List<Checkpoint> checkpoints) {
  private static final double CONFIDENCE = 0.90;

  /** What might be chance proves nothing. */
  private static final double SIGNIFICANT = 0.01;

  public LiveSetTrend {
    checkpoints = List.copyOf(checkpoints);
  }

  /**
   * A look at the live set.
   *
   * @param count of what was there, or had been done
   * @param live bytes that the heap held on to then
   */
  public record Checkpoint(long count, Figure live) {}

  /** Bytes for each one; missing where a look saw nothing. */
  public Figure perOne() {
    return slope(false);
  }

  /**
   * The same, for whoever calls it a leak: unless the trend is beyond chance (Mann-Kendall, p ≤
   * 0.01), nothing at all remains possible.
   */
  public Figure provedPerOne() {
    return slope(true);
  }

  private Figure slope(boolean proved) {
    double[] counts = new double[checkpoints.size()];
    double[] bytes = new double[checkpoints.size()];
    for (int i = 0; i < counts.length; i++) {
      Checkpoint checkpoint = checkpoints.get(i);
      if (!(checkpoint.live() instanceof Figure.Measured live)) {
        return checkpoint.live();
      }
      counts[i] = checkpoint.count();
      bytes[i] = live.value();
    }
    Interval slope = TheilSen.interval(counts, bytes, CONFIDENCE);
    boolean chance = proved && MannKendall.of(counts, bytes).p() > SIGNIFICANT;
    double lower = chance ? Math.min(slope.lower(), 0) : slope.lower();
    return Figure.estimate(slope.estimate(), lower, slope.upper(), counts.length);
  }
}
