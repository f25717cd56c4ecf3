package dev.harness.check.load;

import dev.harness.measure.Figure;
import dev.harness.measure.WindowSnapshot;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.pace.Ramp;
import dev.harness.plan.CheckId;
import dev.harness.plan.Suite;
import dev.harness.plan.threshold.Bound;
import dev.harness.plan.threshold.ConcurrentRequestLimits;
import dev.harness.plan.threshold.LoadLimits;
import dev.harness.plan.threshold.ThresholdKey;
import dev.harness.plan.threshold.Thresholds.Limit;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Driven;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.run.port.HttpTarget;
import dev.harness.verdict.Criterion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A rate that rises to ten times the sustained one: up to where do the limits hold? */
public final class RampUp implements Check {
  private static final Metric REACHED =
      new Metric(
          "ramp_rate_within_limits",
          Unit.PER_SECOND,
          "rate of the last second before success rate or P95 broke its limit, or the highest");

  @Override
  public CheckId id() {
    return new CheckId(Suite.LOAD, "ramp");
  }

  @Override
  public String load() {
    return "a rate that rises from 0 to 1,000 requests a second";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(0, 23, 65);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(Criterion.fixed(REACHED, Bound.AT_LEAST, LoadTarget.SUSTAINED_PER_SECOND));
  }

  @Override
  public boolean alerting() {
    return true;
  }

  @Override
  public Findings run(Rig rig) {
    try (HttpTarget http = rig.targets().http(rig.targets().service(), LoadTarget.CONNECTIONS)) {
      Duration duration = Duration.ofSeconds(rig.scaled(10, 20, 60));
      Driven driven =
          rig.driveWindows(
              new LoadTarget(rig, http)
                  .phase("ramp", new Ramp(0, LoadTarget.HIGHEST_PER_SECOND, duration)));
      Optional<WindowSnapshot> broken =
          driven.windows().stream().filter(window -> breaks(rig, window)).findFirst();
      double reached =
          broken
              .map(window -> rate(window.index(), duration))
              .orElse(LoadTarget.HIGHEST_PER_SECOND);
      return Findings.NONE
          .with(REACHED, Figure.of(reached, driven.result().counts().due()))
          .note(
              broken
                  .map(window -> "limits broke in second %d".formatted(window.index() + 1))
                  .orElse("no limit broke up to the highest rate"));
    }
  }

  /** What the ramp had come to at the start of a window. */
  private static double rate(long window, Duration duration) {
    return LoadTarget.HIGHEST_PER_SECOND * window / duration.toSeconds();
  }

  private static boolean breaks(Rig rig, WindowSnapshot window) {
    double leastSuccess = limit(rig, LoadLimits.SUSTAINED_SUCCESS, 0);
    double mostP95 = limit(rig, ConcurrentRequestLimits.P95, Double.MAX_VALUE);
    return window.counts().due() > 0
        && (window.counts().successPercent() < leastSuccess
            || (window.response().percentile(0.95) instanceof Figure.Measured p95
                && p95.value() > mostP95));
  }

  private static double limit(Rig rig, ThresholdKey key, double missing) {
    return rig.thresholds().limit(key).map(Limit::value).orElse(missing);
  }
}
