package dev.harness.check.stress;

import dev.harness.check.operation.UserRequest;
import dev.harness.measure.Resolution;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.pace.Constant;
import dev.harness.plan.CheckId;
import dev.harness.plan.LoadProfile.Open;
import dev.harness.plan.Suite;
import dev.harness.plan.threshold.Bound;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.HttpTarget;
import dev.harness.verdict.Criterion;
import java.time.Duration;
import java.util.List;

/** Seven short requests for every three long ones, at a steady rate: the short must not wait. */
public final class MixedWorkload implements Check {
  private static final Metric SHORT_P95 =
      new Metric(
          "short_response_time_p95", Unit.MILLISECONDS, "P95 of response time of the short ones");
  private static final Metric LONG_P95 =
      new Metric(
          "long_response_time_p95", Unit.MILLISECONDS, "P95 of response time of the long ones");
  private static final Metric SUCCESS =
      new Metric("mixed_success_rate", Unit.PERCENT, "completed / due, short and long together");

  private static final double MOST_SHORT_MILLIS = 50;
  private static final double LEAST_SUCCESS_PERCENT = 95;
  private static final int SHORT_WORK_MILLIS = 10;
  private static final int LONG_WORK_MILLIS = 100;
  private static final double SHORT_PER_SECOND = 140;
  private static final double LONG_PER_SECOND = 60;
  private static final int CONNECTIONS = 200;
  private static final int USERS = 100;

  @Override
  public CheckId id() {
    return new CheckId(Suite.STRESS, "mixed-workload");
  }

  @Override
  public String load() {
    return "200 requests a second: 70 % take 10 ms, 30 % take 100 ms";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(5, 14, 58);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.fixed(SHORT_P95, Bound.AT_MOST, MOST_SHORT_MILLIS),
        Criterion.fixed(SUCCESS, Bound.AT_LEAST, LEAST_SUCCESS_PERCENT));
  }

  @Override
  public Findings run(Rig rig) {
    try (HttpTarget http = rig.targets().http(rig.targets().service(), CONNECTIONS)) {
      rig.warmUp(brief(rig, http, Duration.ofSeconds(1)));
      Duration duration = Duration.ofSeconds(rig.scaled(4, 12, 55));
      List<PhaseResult> both =
          rig.driveTogether(List.of(brief(rig, http, duration), lengthy(rig, http, duration)));
      PhaseResult shorts = both.get(0);
      PhaseResult longs = both.get(1);
      return Findings.NONE
          .with(SHORT_P95, shorts.response().percentile(0.95))
          .with(LONG_P95, longs.response().percentile(0.95))
          .with(SUCCESS, shorts.plus(longs).success());
    }
  }

  private static Phase brief(Rig rig, HttpTarget http, Duration duration) {
    return requests(rig, "short", http, SHORT_PER_SECOND, SHORT_WORK_MILLIS, duration);
  }

  private static Phase lengthy(Rig rig, HttpTarget http, Duration duration) {
    return requests(rig, "long", http, LONG_PER_SECOND, LONG_WORK_MILLIS, duration);
  }

  private static Phase requests(
      Rig rig, String name, HttpTarget http, double perSecond, int workMillis, Duration duration) {
    return new Phase(
        name,
        new Open(new Constant(perSecond, duration), CONNECTIONS / 2),
        rig.users(USERS),
        Resolution.MICROSECONDS,
        Duration.ofSeconds(5),
        new UserRequest(http, rig.isolation(), workMillis));
  }
}
