package dev.harness.check.load;

import static dev.harness.plan.threshold.LoadLimits.SUSTAINED_MEMORY;
import static dev.harness.plan.threshold.LoadLimits.SUSTAINED_RESPONSE;
import static dev.harness.plan.threshold.LoadLimits.SUSTAINED_SUCCESS;

import dev.harness.check.operation.LoadTarget;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.pace.Constant;
import dev.harness.pace.Ramp;
import dev.harness.plan.CheckId;
import dev.harness.plan.Suite;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.ProcessWatch;
import dev.harness.run.Rig;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.HttpTarget;
import dev.harness.run.port.ServiceProcess;
import dev.harness.verdict.Criterion;
import java.time.Duration;
import java.util.List;

/** A hundred requests a second for as long as the profile gives, after a ramp. */
public final class Sustained implements Check {
  private static final Metric P95 =
      new Metric(
          "sustained_response_time_p95",
          Unit.MILLISECONDS,
          "P95 of response time (done - intended)");

  @Override
  public CheckId id() {
    return new CheckId(Suite.LOAD, "sustained");
  }

  @Override
  public String load() {
    return "100 requests a second, open, after a ramp";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(0, 33, 70);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.key(SUSTAINED_RESPONSE),
        Criterion.key(SUSTAINED_SUCCESS),
        Criterion.key(SUSTAINED_MEMORY));
  }

  @Override
  public boolean alerting() {
    return true;
  }

  @Override
  public Findings run(Rig rig) {
    ServiceProcess service = rig.targets().service();
    try (HttpTarget http = rig.targets().http(service, LoadTarget.CONNECTIONS)) {
      var target = new LoadTarget(rig, http);
      double rate = LoadTarget.SUSTAINED_PER_SECOND;
      Duration rampUp = rig.configuration().rampUp();
      if (!rampUp.isZero()) {
        rig.warmUp(target.phase("ramp-up", new Ramp(0, rate, rampUp)));
      }
      ProcessWatch watch = rig.watch(service.pid());
      Duration duration = Duration.ofSeconds(rig.scaled(10, 25, 60));
      PhaseResult result = rig.drive(target.phase("sustained", new Constant(rate, duration)));
      return Findings.NONE
          .with(SUSTAINED_SUCCESS, result.success())
          .with(SUSTAINED_RESPONSE, result.response().mean())
          .with(SUSTAINED_MEMORY, watch.end().growthMegabytes())
          .with(P95, result.response().percentile(0.95));
    }
  }
}
