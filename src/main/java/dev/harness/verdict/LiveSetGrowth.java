package dev.harness.verdict;

import dev.harness.measure.Figure;
import dev.harness.stats.Interval;
import dev.harness.stats.MannKendall;
import dev.harness.stats.TheilSen;
import java.util.List;

/**
 * How fast a live set grows with the work that is done: Sen's slope and its 90 % interval over
 * checkpoints, of which the first half is left out. A cache that fills grows, too, and then stops:
 * with its rise in the data it would pass for a leak in more than nine cases of ten.
 *
 * @param checkpoints in their order; at least {@value #LEAST_CHECKPOINTS} for a figure
 */
public record LiveSetGrowth(List<Checkpoint> checkpoints) {
  public static final int LEAST_CHECKPOINTS = 20;

  private static final double PER = 1_000;
  private static final double CONFIDENCE = 0.90;

  /** What might be chance is no proof of a leak. */
  private static final double SIGNIFICANT = 0.01;

  public LiveSetGrowth {
    checkpoints = List.copyOf(checkpoints);
  }

  /**
   * A look at the live set.
   *
   * @param done requests so far
   * @param live bytes that the heap held on to then
   */
  public record Checkpoint(long done, Figure live) {}

  /** Bytes per 1,000 requests. */
  public Figure perThousand() {
    return slope(0);
  }

  /**
   * The same, for whoever calls it a leak: unless the trend is beyond chance (Mann-Kendall, p ≤
   * 0.01), nothing at all remains possible.
   */
  public Figure provedPerThousand() {
    return slope(SIGNIFICANT);
  }

  private Figure slope(double significance) {
    if (checkpoints.size() < LEAST_CHECKPOINTS) {
      return Figure.missing(
          "growth needs %d checkpoints, there are %d"
              .formatted(LEAST_CHECKPOINTS, checkpoints.size()));
    }
    List<Checkpoint> kept = checkpoints.subList(checkpoints.size() / 2, checkpoints.size());
    double[] done = new double[kept.size()];
    double[] bytes = new double[kept.size()];
    for (int i = 0; i < done.length; i++) {
      if (!(kept.get(i).live() instanceof Figure.Measured live)) {
        return kept.get(i).live();
      }
      done[i] = kept.get(i).done();
      bytes[i] = live.value();
    }
    Interval slope = TheilSen.interval(done, bytes, CONFIDENCE);
    boolean chance = significance > 0 && MannKendall.of(done, bytes).p() > significance;
    double lower = chance ? Math.min(slope.lower(), 0) : slope.lower();
    return Figure.estimate(slope.estimate(), lower, slope.upper(), done.length).times(PER);
  }
}
