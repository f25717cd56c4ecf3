package dev.harness.check.load;

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
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Driven;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.run.port.HttpTarget;
import dev.harness.verdict.Criterion;
import dev.harness.verdict.ServiceLevel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A rate that rises in steps to ten times the sustained one: up to where do the limits hold? */
public final class RampUp implements Check {
  static final int STEPS = (int) (LoadTarget.HIGHEST_PER_SECOND / LoadTarget.SUSTAINED_PER_SECOND);

  private static final Metric REACHED =
      new Metric(
          "ramp_rate_within_limits",
          Unit.PER_SECOND,
          "rate of the last step before success rate or P95 broke its limit, or the highest");

  @Override
  public CheckId id() {
    return new CheckId(Suite.LOAD, "ramp");
  }

  @Override
  public String load() {
    return "a rate that rises from 100 to 1,000 requests a second, in ten steps";
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
      var target = new LoadTarget(rig, http);
      int stepSeconds = rig.scaled(1, 2, 6);
      rig.warmUp(target.phase("base", new Constant(rate(2), Duration.ofSeconds(1))));
      Driven driven = rig.driveWindows(target.phase("ramp", arrivals(stepSeconds)));
      return findings(driven, stepSeconds, ServiceLevel.of(rig.thresholds()));
    }
  }

  static Arrivals arrivals(int stepSeconds) {
    return new Stages(
        IntStream.rangeClosed(1, STEPS)
            .<Arrivals>mapToObj(step -> new Constant(rate(step), Duration.ofSeconds(stepSeconds)))
            .toList());
  }

  /** A step is judged as a whole: one slow second out of many breaks nothing. */
  static Findings findings(Driven driven, int stepSeconds, ServiceLevel level) {
    for (int step = 1; step <= STEPS; step++) {
      long from = (step - 1L) * stepSeconds;
      WindowSnapshot load = driven.between(from, from + stepSeconds, Resolution.MICROSECONDS);
      Optional<String> broken = level.broken(load);
      if (broken.isPresent()) {
        return reached(step - 1, driven)
            .note("limits broke at %,.0f/s: %s".formatted(rate(step), broken.get()));
      }
    }
    return reached(STEPS, driven).note("no limit broke up to the highest rate");
  }

  private static Findings reached(int step, Driven driven) {
    return Findings.NONE.with(REACHED, Figure.of(rate(step), driven.result().counts().due()));
  }

  private static double rate(int step) {
    return LoadTarget.SUSTAINED_PER_SECOND * step;
  }
}
