package dev.harness.check.stress;

import static dev.harness.plan.threshold.LoadLimits.AUTO_RECOVERY;
import static dev.harness.plan.threshold.LoadLimits.NO_CRASHES;

import dev.harness.check.operation.ServiceStats;
import dev.harness.measure.Counts;
import dev.harness.measure.Figure;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.pace.Arrivals;
import dev.harness.pace.Constant;
import dev.harness.pace.Stages;
import dev.harness.plan.CheckId;
import dev.harness.plan.Suite;
import dev.harness.plan.threshold.Bound;
import dev.harness.plan.threshold.ConcurrentRequestLimits;
import dev.harness.plan.threshold.Thresholds;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Driven;
import dev.harness.run.Findings;
import dev.harness.run.ProcessWatch;
import dev.harness.run.Rig;
import dev.harness.run.drive.Phase;
import dev.harness.run.port.DatabaseTarget;
import dev.harness.verdict.Aftermath;
import dev.harness.verdict.Criterion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The service is asked for half again what it has room for, and PostgreSQL is restarted: do both
 * come back by themselves, while the load goes on?
 */
public final class SelfRecovery implements Check {
  private static final Metric SERVICE_TIME =
      new Metric(
          "service_recovery_time",
          Unit.MILLISECONDS,
          "end of the overload to the first of five good windows");
  private static final Metric DATABASE_TIME =
      new Metric(
          "database_recovery_time",
          Unit.MILLISECONDS,
          "PostgreSQL told to restart to the first of five good windows");
  private static final Metric FAILED_IN_RESTART =
      new Metric(
          "transactions_failed_in_restart",
          Unit.COUNT,
          "transactions that did not complete while PostgreSQL was away");
  private static final Metric SUCCESS_AFTER =
      new Metric("success_rate_after_recovery", Unit.PERCENT, "completed / due since the recovery");
  private static final Metric NOTHING_LEFT =
      new Metric(
          "recovery_leaves_nothing",
          Unit.YES_NO,
          "no request, timer or engine is left in the service");
  private static final Metric GROWTH =
      new Metric(
          "recovery_memory_growth",
          Unit.MEGABYTES,
          "resident memory of the service, after the recovery - before the overload");

  private static final double LEAST_SUCCESS_PERCENT = 90;
  private static final double MOST_GROWTH_MEGABYTES = 50;

  /** A window has as many operations as one needs to be judged. */
  private static final double BASE_PER_SECOND = 200;

  /** The service has room for 150 requests of 100 ms: for 1,500 a second. */
  private static final double OVERLOAD_PER_SECOND = 2_250;

  private static final int BEFORE_SECONDS = 2;
  private static final int OVERLOAD_SECONDS = 2;
  private static final Duration LEAVES_WITHIN = Duration.ofSeconds(5);

  @Override
  public CheckId id() {
    return new CheckId(Suite.STRESS, "recovery");
  }

  @Override
  public String load() {
    return "a service overloaded for 2 s, and PostgreSQL restarted, while requests go on";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(0, 19, 24);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.key(AUTO_RECOVERY),
        Criterion.fixed(SUCCESS_AFTER, Bound.AT_LEAST, LEAST_SUCCESS_PERCENT),
        Criterion.fixed(NOTHING_LEFT, Bound.AT_LEAST, 1),
        Criterion.fixed(GROWTH, Bound.AT_MOST, MOST_GROWTH_MEGABYTES),
        Criterion.key(NO_CRASHES));
  }

  @Override
  public boolean overloads() {
    return true;
  }

  @Override
  public Findings run(Rig rig) {
    DatabaseTarget database = rig.targets().database();
    int afterSeconds = rig.scaled(10, 10, 15);
    try (var service = SmallService.of(rig)) {
      service.warmUp();
      rig.warmUp(requests(service, new Constant(OVERLOAD_PER_SECOND, Duration.ofSeconds(1))));
      ProcessWatch watch = rig.watch(service.process().pid());
      Phase requests = requests(service, arrivals(afterSeconds));
      Findings findings =
          database.restartable()
              ? withRestart(rig, database, requests, afterSeconds)
              : findings(
                      aftermath(rig, rig.driveWindows(requests), BEFORE_SECONDS + OVERLOAD_SECONDS),
                      Optional.empty())
                  .note("PostgreSQL was not restarted: the server is not the harness's own");
      var stats = new ServiceStats(rig, service.http());
      return findings
          .with(NOTHING_LEFT, Figure.of(rig.holdsWithin(LEAVES_WITHIN, () -> stats.idle())))
          .with(GROWTH, watch.end().growthMegabytes())
          .with(NO_CRASHES, Figure.of(service.survives()));
    }
  }

  private static Findings withRestart(
      Rig rig, DatabaseTarget database, Phase requests, int afterSeconds) {
    try (var restarted = new RestartedDatabase(rig, database)) {
      Phase transactions =
          restarted.phase(
              BASE_PER_SECOND,
              Duration.ofSeconds(BEFORE_SECONDS),
              Duration.ofSeconds(OVERLOAD_SECONDS + (long) afterSeconds));
      List<Driven> both = rig.driveWindows(List.of(requests, transactions));
      restarted.awaitRestart();
      Counts counts = both.get(1).result().counts();
      return findings(
              aftermath(rig, both.get(0), BEFORE_SECONDS + OVERLOAD_SECONDS),
              Optional.of(aftermath(rig, both.get(1), BEFORE_SECONDS)))
          .with(FAILED_IN_RESTART, Figure.of((double) counts.due() - counts.completed()));
    }
  }

  private static Phase requests(SmallService service, Arrivals arrivals) {
    return service.phase("service", arrivals, service.request(SmallService.WORK_MILLIS));
  }

  private static Arrivals arrivals(int afterSeconds) {
    return Stages.of(
        new Constant(BASE_PER_SECOND, Duration.ofSeconds(BEFORE_SECONDS)),
        new Constant(OVERLOAD_PER_SECOND, Duration.ofSeconds(OVERLOAD_SECONDS)),
        new Constant(BASE_PER_SECOND, Duration.ofSeconds(afterSeconds)));
  }

  private static Aftermath aftermath(Rig rig, Driven driven, int until) {
    double p95Limit =
        rig.thresholds()
            .limit(ConcurrentRequestLimits.P95)
            .map(Thresholds.Limit::value)
            .orElse(Double.POSITIVE_INFINITY);
    return Aftermath.of(driven.windows(), BEFORE_SECONDS, until, p95Limit);
  }

  /**
   * What is to be said of both.
   *
   * @param database empty where PostgreSQL is not ours to restart
   */
  static Findings findings(Aftermath service, Optional<Aftermath> database) {
    List<Aftermath> all = Stream.concat(Stream.of(service), database.stream()).toList();
    Counts since = all.stream().map(Aftermath::since).reduce(Counts.ZERO, Counts::plus);
    return Findings.NONE
        .with(AUTO_RECOVERY, Figure.of(all.stream().allMatch(Aftermath::recovered)))
        .with(SUCCESS_AFTER, since.success())
        .with(SERVICE_TIME, service.millis())
        .with(
            DATABASE_TIME,
            database.map(Aftermath::millis).orElseGet(() -> Figure.missing("not available")));
  }
}
