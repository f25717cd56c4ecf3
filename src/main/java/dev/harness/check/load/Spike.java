package dev.harness.check.load;

import static dev.harness.plan.threshold.LoadLimits.SPIKE_RECOVERY;
import static dev.harness.plan.threshold.LoadLimits.SPIKE_RESPONSE;
import static dev.harness.plan.threshold.LoadLimits.SPIKE_SUCCESS;

import dev.harness.check.operation.LoadTarget;
import dev.harness.measure.Figure;
import dev.harness.measure.Resolution;
import dev.harness.measure.WindowSnapshot;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.pace.Arrivals;
import dev.harness.pace.Constant;
import dev.harness.pace.Stages;
import dev.harness.plan.CheckId;
import dev.harness.plan.Suite;
import dev.harness.plan.threshold.Bound;
import dev.harness.plan.threshold.Thresholds.Limit;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Driven;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.run.port.HttpTarget;
import dev.harness.verdict.Aftermath;
import dev.harness.verdict.Criterion;
import java.time.Duration;
import java.util.List;

/** The sustained rate, ten times as much at once, and the sustained rate again. */
public final class Spike implements Check {
  private static final Metric RECOVERED =
      new Metric("spike_recovered", Unit.YES_NO, "five good windows in a row came after the spike");

  private static final int BEFORE_SECONDS = 5;
  private static final int AFTER_SECONDS = 15;

  @Override
  public CheckId id() {
    return new CheckId(Suite.LOAD, "spike");
  }

  @Override
  public String load() {
    return "100 requests a second, 1,000 at once, and 100 again";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(0, 28, 45);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.key(SPIKE_RECOVERY),
        Criterion.key(SPIKE_RESPONSE),
        Criterion.key(SPIKE_SUCCESS),
        Criterion.fixed(RECOVERED, Bound.AT_LEAST, 1));
  }

  @Override
  public Findings run(Rig rig) {
    try (HttpTarget http = rig.targets().http(rig.targets().service(), LoadTarget.CONNECTIONS)) {
      var target = new LoadTarget(rig, http);
      int spikeSeconds = rig.scaled(3, 5, 20);
      rig.warmUp(target.phase("base", new Constant(200, Duration.ofSeconds(2))));
      Driven driven = rig.driveWindows(target.phase("spike", arrivals(spikeSeconds)));
      return findings(driven, spikeSeconds, limit(rig));
    }
  }

  static Arrivals arrivals(int spikeSeconds) {
    return Stages.of(
        new Constant(LoadTarget.SUSTAINED_PER_SECOND, Duration.ofSeconds(BEFORE_SECONDS)),
        new Constant(LoadTarget.HIGHEST_PER_SECOND, Duration.ofSeconds(spikeSeconds)),
        new Constant(LoadTarget.SUSTAINED_PER_SECOND, Duration.ofSeconds(AFTER_SECONDS)));
  }

  /** Response times that count as recovered are at least within the limit of the spike itself. */
  private static double limit(Rig rig) {
    return rig.thresholds().limit(SPIKE_RESPONSE).map(Limit::value).orElse(Double.MAX_VALUE);
  }

  static Findings findings(Driven driven, int spikeSeconds, double p95Limit) {
    int until = BEFORE_SECONDS + spikeSeconds;
    WindowSnapshot spike = driven.between(BEFORE_SECONDS, until, Resolution.MICROSECONDS);
    Aftermath aftermath = Aftermath.of(driven.windows(), BEFORE_SECONDS, until, p95Limit);
    return Findings.NONE
        .with(SPIKE_SUCCESS, spike.counts().success())
        .with(SPIKE_RESPONSE, spike.response().percentile(0.99))
        .with(SPIKE_RECOVERY, aftermath.millis())
        .with(RECOVERED, Figure.of(aftermath.recovered()))
        .note("recovery is seen in whole seconds");
  }
}
