package dev.harness.check.concurrency;

import static dev.harness.plan.threshold.ConcurrentRequestLimits.P50;
import static dev.harness.plan.threshold.ConcurrentRequestLimits.P95;
import static dev.harness.plan.threshold.ConcurrentRequestLimits.P99;
import static dev.harness.plan.threshold.ConcurrentRequestLimits.SUCCESS_RATE;

import dev.harness.measure.Figure;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.pace.Poisson;
import dev.harness.plan.CheckId;
import dev.harness.plan.LoadProfile.Open;
import dev.harness.plan.Suite;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.HttpTarget;
import dev.harness.verdict.Criterion;
import java.time.Duration;
import java.util.List;

/**
 * The requests of {@link ConcurrentRequests}, at times of their own: they come whether or not the
 * service keeps up, as those of independent users do, and what waits is charged to it.
 */
public final class OpenRequests implements Check {
  private static final Metric LAG =
      new Metric(
          "generator_lag_p99",
          Unit.MILLISECONDS,
          "P99 of how late the generator was with requests that had a free connection");
  private static final Metric DROPPED =
      new Metric(
          "generator_dropped_rate",
          Unit.PERCENT,
          "requests that the generator failed to send in time / due");
  private static final Metric RATE =
      new Metric(
          "open_requests_per_second", Unit.PER_SECOND, "requests completed per second of the load");

  /** What a burst has to reach. Two cores bear several times as much, the generator included. */
  private static final double PER_SECOND = ConcurrentRequests.LEAST_REQUESTS_PER_SECOND;

  private static final Duration WARM_UP = Duration.ofSeconds(2);

  @Override
  public CheckId id() {
    return new CheckId(Suite.CONCURRENCY, "open-requests");
  }

  @Override
  public String load() {
    return "1,000 requests a second from 100 users, at random times, over HTTP";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(0, 16, 37);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.key(P95), Criterion.key(P50), Criterion.key(P99), Criterion.key(SUCCESS_RATE));
  }

  @Override
  public Findings run(Rig rig) {
    try (HttpTarget http = rig.targets().http(rig.targets().service(), RequestLoad.CONNECTIONS)) {
      var requests = new RequestLoad(rig, http);
      requests.connect();
      rig.warmUp(requests.phase("open", load(rig, WARM_UP)));
      Duration duration = Duration.ofSeconds(rig.scaled(4, 12, 30));
      PhaseResult all = rig.drive(requests.phase("open", load(rig, duration)));
      return RequestLoad.seen(all)
          .with(RATE, all.throughput())
          .with(LAG, all.total().lag().percentile(0.99))
          .with(DROPPED, Figure.of(100.0 * all.counts().dropped() / all.counts().due()));
    }
  }

  private static Open load(Rig rig, Duration duration) {
    var arrivals = new Poisson(PER_SECOND, duration, rig.seed("arrivals"));
    return new Open(arrivals, RequestLoad.CONNECTIONS);
  }
}
