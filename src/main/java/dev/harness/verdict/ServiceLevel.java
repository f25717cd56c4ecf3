package dev.harness.verdict;

import dev.harness.measure.Figure;
import dev.harness.measure.WindowSnapshot;
import dev.harness.plan.threshold.ConcurrentRequestLimits;
import dev.harness.plan.threshold.LoadLimits;
import dev.harness.plan.threshold.ThresholdKey;
import dev.harness.plan.threshold.Thresholds;
import java.util.Optional;

/**
 * What a service promises whatever the load: a load that it bears is one under which it keeps this.
 *
 * @param leastSuccessPercent completed / due
 * @param mostP95Millis of response time
 */
public record ServiceLevel(double leastSuccessPercent, double mostP95Millis) {

  /** As the limits of a run have it; what they do not limit is kept. */
  public static ServiceLevel of(Thresholds thresholds) {
    return new ServiceLevel(
        limit(thresholds, LoadLimits.SUSTAINED_SUCCESS, 0),
        limit(thresholds, ConcurrentRequestLimits.P95, Double.POSITIVE_INFINITY));
  }

  /** What of it was not kept, in plain words; empty where all was, or nothing was due. */
  public Optional<String> broken(WindowSnapshot load) {
    if (load.counts().due() == 0) {
      return Optional.empty();
    }
    if (load.counts().successPercent() < leastSuccessPercent) {
      return Optional.of("%.1f %% succeeded".formatted(load.counts().successPercent()));
    }
    return load.response().percentile(0.95) instanceof Figure.Measured p95
            && p95.value() > mostP95Millis
        ? Optional.of("P95 was %,.0f ms".formatted(p95.value()))
        : Optional.empty();
  }

  private static double limit(Thresholds thresholds, ThresholdKey key, double missing) {
    return thresholds.limit(key).map(Thresholds.Limit::value).orElse(missing);
  }
}
