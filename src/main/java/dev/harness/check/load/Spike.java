package dev.harness.check.load;

import static dev.harness.plan.threshold.LoadLimits.SPIKE_RECOVERY;
import static dev.harness.plan.threshold.LoadLimits.SPIKE_RESPONSE;
import static dev.harness.plan.threshold.LoadLimits.SPIKE_SUCCESS;

import dev.harness.measure.Figure;
import dev.harness.measure.Resolution;
import dev.harness.measure.WindowSnapshot;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
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
import dev.harness.verdict.Criterion;
import dev.harness.verdict.Recovery;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** The sustained rate, ten times as much at once, and the sustained rate again. */
public final class Spike implements Check {
  private static final Metric RECOVERED =
      new Metric("spike_recovered", Unit.YES_NO, "five good windows in a row came after the spike");

  private static final int BEFORE_SECONDS = 5;
  private static final int AFTER_SECONDS = 15;
  private static final double MILLIS_PER_WINDOW = 1_000;

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
      var base = new Constant(LoadTarget.SUSTAINED_PER_SECOND, Duration.ofSeconds(BEFORE_SECONDS));
      int spikeSeconds = rig.scaled(3, 5, 20);
      var spike = new Constant(LoadTarget.HIGHEST_PER_SECOND, Duration.ofSeconds(spikeSeconds));
      var after = new Constant(LoadTarget.SUSTAINED_PER_SECOND, Duration.ofSeconds(AFTER_SECONDS));
      rig.warmUp(target.phase("base", new Constant(200, Duration.ofSeconds(2))));
      Driven driven = rig.driveWindows(target.phase("spike", Stages.of(base, spike, after)));
      return findings(driven, BEFORE_SECONDS, BEFORE_SECONDS + spikeSeconds, limit(rig));
    }
  }

  /** Response times that count as recovered are at least within the limit of the spike itself. */
  private static double limit(Rig rig) {
    return rig.thresholds().limit(SPIKE_RESPONSE).map(Limit::value).orElse(Double.MAX_VALUE);
  }

  private static Findings findings(Driven driven, long from, long to, double p95Limit) {
    WindowSnapshot before = driven.between(0, from, Resolution.MICROSECONDS);
    WindowSnapshot during = driven.between(from, to, Resolution.MICROSECONDS);
    var recovery = new Recovery(p95Limit, before.response().percentileMillis(0.95));
    OptionalInt windows = recovery.windowsUntilGood(driven.from(to));
    return Findings.NONE
        .with(SPIKE_SUCCESS, Figure.of(during.counts().successPercent(), during.counts().due()))
        .with(SPIKE_RESPONSE, during.response().percentile(0.99))
        .with(
            SPIKE_RECOVERY,
            windows.isPresent()
                ? Figure.of(windows.getAsInt() * MILLIS_PER_WINDOW)
                : Figure.missing("it did not recover within %d s".formatted(AFTER_SECONDS)))
        .with(RECOVERED, Figure.of(windows.isPresent()))
        .note("recovery is seen in whole seconds");
  }
}
