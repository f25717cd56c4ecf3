package dev.harness.run;

import dev.harness.plan.CheckId;
import java.util.List;

/**
 * A check over time: its measured loads, and what host and processes used meanwhile.
 *
 * @param startSeconds since the start of the run
 */
public record CheckTimeline(
    CheckId check, double startSeconds, List<LoadTimeline> loads, List<UseSample> use) {
  /** A chart shows no more, and an hour of a hundred checks fits into memory. */
  public static final int MOST_POINTS = 512;

  public CheckTimeline {
    loads = List.copyOf(loads);
    use = List.copyOf(use);
  }
}
