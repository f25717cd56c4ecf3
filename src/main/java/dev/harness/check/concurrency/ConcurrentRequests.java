package dev.harness.check.concurrency;

import static dev.harness.plan.threshold.ConcurrentRequestLimits.CPU;
import static dev.harness.plan.threshold.ConcurrentRequestLimits.DURATION;
import static dev.harness.plan.threshold.ConcurrentRequestLimits.MEMORY_GROWTH;
import static dev.harness.plan.threshold.ConcurrentRequestLimits.P50;
import static dev.harness.plan.threshold.ConcurrentRequestLimits.P95;
import static dev.harness.plan.threshold.ConcurrentRequestLimits.P99;
import static dev.harness.plan.threshold.ConcurrentRequestLimits.SUCCESS_RATE;

import dev.harness.check.operation.ServiceStats;
import dev.harness.measure.Figure;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.pace.Burst;
import dev.harness.plan.CheckId;
import dev.harness.plan.LoadProfile.Open;
import dev.harness.plan.Suite;
import dev.harness.plan.threshold.Bound;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.ProcessWatch;
import dev.harness.run.Rig;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.HttpTarget;
import dev.harness.run.port.ServiceProcess;
import dev.harness.verdict.Criterion;
import java.util.List;

/** A thousand requests in flight at once, from a hundred users, to a service of its own process. */
public final class ConcurrentRequests implements Check {
  private static final Metric REQUEST_RATE =
      new Metric(
          "requests_per_second", Unit.PER_SECOND, "requests completed per second of a burst");
  private static final Metric IN_FLIGHT =
      new Metric(
          "requests_in_flight",
          Unit.COUNT,
          "requests in flight at once, as the harness counted them");
  private static final Metric IN_SERVICE =
      new Metric(
          "requests_in_service",
          Unit.COUNT,
          "requests being served at once, as the service counted them");

  private static final int REQUESTS = RequestLoad.CONNECTIONS;
  static final double LEAST_REQUESTS_PER_SECOND = 1_000;

  @Override
  public CheckId id() {
    return new CheckId(Suite.CONCURRENCY, "concurrent-requests");
  }

  @Override
  public String load() {
    return "1,000 requests in flight at once from 100 users, over HTTP";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(5, 9, 35);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.key(P95),
        Criterion.key(P50),
        Criterion.key(P99),
        Criterion.key(SUCCESS_RATE),
        Criterion.key(DURATION),
        Criterion.fixed(REQUEST_RATE, Bound.AT_LEAST, LEAST_REQUESTS_PER_SECOND),
        Criterion.fixed(IN_FLIGHT, Bound.AT_LEAST, REQUESTS),
        Criterion.key(MEMORY_GROWTH),
        Criterion.key(CPU));
  }

  @Override
  public Findings run(Rig rig) {
    ServiceProcess service = rig.targets().service();
    try (HttpTarget http = rig.targets().http(service, REQUESTS)) {
      var stats = new ServiceStats(rig, http);
      var requests = new RequestLoad(rig, http);
      Phase burst = requests.phase("burst", new Open(new Burst(REQUESTS), REQUESTS));
      requests.connect();
      for (int i = 0; i < rig.scaled(10, 20, 20); i++) {
        rig.warmUp(burst);
      }
      stats.reset();
      ProcessWatch watch = rig.watch(service.pid());
      double slowestMillis = 0;
      int rounds = rig.scaled(20, 60, 200);
      for (int i = 0; i < rounds; i++) {
        PhaseResult round = rig.drive(burst);
        slowestMillis = Math.max(slowestMillis, round.seconds() * 1_000);
      }
      return findings(rig.result("burst"), watch.end())
          .with(DURATION, Figure.of(slowestMillis, rounds))
          .with(IN_SERVICE, stats.number("requests", "peakInFlight"));
    }
  }

  private static Findings findings(PhaseResult all, ProcessWatch.Use use) {
    return RequestLoad.seen(all)
        .with(REQUEST_RATE, all.throughput())
        .with(IN_FLIGHT, Figure.of(all.peakInFlight()))
        .with(MEMORY_GROWTH, use.growthMegabytes())
        .with(CPU, use.cpuPercent());
  }
}
