package dev.harness.check.stress;

import static dev.harness.plan.threshold.LoadLimits.BREAKING_POINT;
import static dev.harness.plan.threshold.LoadLimits.NO_CRASHES;

import dev.harness.measure.Figure;
import dev.harness.plan.CheckId;
import dev.harness.plan.Suite;
import dev.harness.plan.threshold.Thresholds;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.verdict.Capacity;
import dev.harness.verdict.Criterion;
import java.time.Duration;
import java.util.List;

/** Which rate the service bears, and that it survives those which it does not. */
public final class BreakingPoint implements Check {
  @Override
  public CheckId id() {
    return new CheckId(Suite.STRESS, "breaking-point");
  }

  @Override
  public String load() {
    return "rates that double until limits break, then bisection";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(0, 13, 110);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(Criterion.keyIfGiven(BREAKING_POINT), Criterion.key(NO_CRASHES));
  }

  @Override
  public boolean overloads() {
    return true;
  }

  @Override
  public Findings run(Rig rig) {
    try (var service = SmallService.of(rig)) {
      service.warmUp();
      Capacity capacity =
          service.capacity(
              rig.scaled(20, 20, 5) / 100.0,
              rig.scaled(1, 1, 3),
              Duration.ofSeconds(rig.scaled(1, 1, 3)));
      Figure figure =
          rig.thresholds()
              .limit(BREAKING_POINT)
              .map(Thresholds.Limit::value)
              .map(capacity::figure)
              .orElseGet(capacity::figure);
      return Findings.NONE
          .with(BREAKING_POINT, figure)
          .with(NO_CRASHES, Figure.of(service.survives()))
          .note("requests a second: " + capacity.text())
          .note(service.scalability(capacity).text());
    }
  }
}
