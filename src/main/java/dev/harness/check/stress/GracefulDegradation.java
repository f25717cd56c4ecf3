package dev.harness.check.stress;

import static dev.harness.plan.threshold.LoadLimits.GRACEFUL;
import static dev.harness.plan.threshold.LoadLimits.NO_CRASHES;

import dev.harness.check.operation.TimedRefusals;
import dev.harness.measure.Figure;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.pace.Burst;
import dev.harness.plan.CheckId;
import dev.harness.plan.Suite;
import dev.harness.plan.threshold.ConcurrentRequestLimits;
import dev.harness.plan.threshold.Thresholds;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.run.drive.PhaseResult;
import dev.harness.verdict.Capacity;
import dev.harness.verdict.Criterion;
import dev.harness.verdict.Degradation;
import dev.harness.verdict.Degradation.Level;
import dev.harness.verdict.Degradation.Overload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** More and more at once, up to twice what the service has room for: how does it give way? */
public final class GracefulDegradation implements Check {
  private static final Metric STEEPEST_FALL =
      new Metric(
          "steepest_success_fall",
          Unit.PERCENT,
          "deepest fall of the success rate between neighbouring levels, in points");

  private static final List<Integer> AT_ONCE = List.of(10, 25, 50, 100, 200, 300);

  /** As many accepted ones as a P99 needs, on each level. */
  private static final int ACCEPTED = 300;

  /** What a person takes for at once. */
  private static final double MOST_REFUSAL_MILLIS = 100;

  private static final int WORK_MILLIS = 50;
  private static final double BEYOND_CAPACITY = 1.5;
  private static final double SEARCH_PRECISION = 0.2;

  @Override
  public CheckId id() {
    return new CheckId(Suite.STRESS, "graceful-degradation");
  }

  @Override
  public String load() {
    return "10, 25, 50, 100, 200 and 300 requests at once";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(0, 7, 40);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(Criterion.key(GRACEFUL), Criterion.key(NO_CRASHES));
  }

  @Override
  public boolean overloads() {
    return true;
  }

  @Override
  public Findings run(Rig rig) {
    try (var service = SmallService.of(rig)) {
      service.warmUp();
      List<Level> levels = AT_ONCE.stream().map(atOnce -> level(service, atOnce)).toList();
      int overloadSeconds = rig.scaled(0, 0, 5);
      var degradation =
          new Degradation(
              levels,
              overloadSeconds == 0
                  ? Optional.empty()
                  : Optional.of(overload(service, Duration.ofSeconds(overloadSeconds))));
      double mostP99 =
          rig.thresholds()
              .limit(ConcurrentRequestLimits.P99)
              .map(Thresholds.Limit::value)
              .orElse(Double.POSITIVE_INFINITY);
      Findings findings =
          Findings.NONE
              .with(GRACEFUL, degradation.graceful(mostP99, MOST_REFUSAL_MILLIS))
              .with(NO_CRASHES, Figure.of(service.survives()))
              .with(STEEPEST_FALL, Figure.of(degradation.steepestFall()));
      for (String objection : degradation.objections(mostP99, MOST_REFUSAL_MILLIS)) {
        findings = findings.note(objection);
      }
      return findings;
    }
  }

  private static Level level(SmallService service, int atOnce) {
    Rig rig = service.rig();
    var operation = new TimedRefusals(service.request(WORK_MILLIS), rig.ticker());
    String name = atOnce + " at once";
    int rounds = Math.max(3, ACCEPTED / atOnce);
    for (int i = 0; i < rounds; i++) {
      rig.drive(service.phase(name, new Burst(atOnce), operation));
    }
    PhaseResult all = rig.result(name);
    return new Level(atOnce, all.counts(), all.response().percentile(0.99), operation.p95());
  }

  private static Overload overload(SmallService service, Duration duration) {
    Capacity capacity = service.capacity(SEARCH_PRECISION, 1, Duration.ofSeconds(1));
    if (capacity.lower().isEmpty()) {
      return new Overload(capacity.figure(), capacity.figure());
    }
    double bearable = capacity.lower().getAsDouble();
    return new Overload(
        goodput(service.offer(bearable, duration)),
        goodput(service.offer(BEYOND_CAPACITY * bearable, duration)));
  }

  /** A load that was not offered shows nothing. */
  private static Figure goodput(PhaseResult result) {
    return result.fitness().spoiled().map(Figure::missing).orElseGet(result::throughput);
  }
}
