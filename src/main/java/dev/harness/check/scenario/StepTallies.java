package dev.harness.check.scenario;

import dev.harness.measure.Distribution;
import dev.harness.plan.MetricLimit;
import dev.harness.plan.WindowMetric;
import dev.harness.plan.scenario.Measured;
import dev.harness.plan.scenario.Scenario;
import dev.harness.run.Findings;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A tally for each step of a scenario that has figures, in one phase. */
final class StepTallies {
  private final Map<Measured, StepTally> tallies = new LinkedHashMap<>();

  StepTallies(Scenario scenario) {
    scenario.measured().forEach(step -> tallies.put(step, new StepTally()));
  }

  StepTally of(Measured step) {
    return Objects.requireNonNull(tallies.get(step));
  }

  /** The findings with figures of each step; of the only one, what the load says is enough. */
  Findings addTo(Findings findings) {
    Findings all = findings;
    for (var entry : tallies.entrySet()) {
      all = add(all, entry.getKey(), entry.getValue());
    }
    return all;
  }

  private Findings add(Findings findings, Measured step, StepTally tally) {
    Set<WindowMetric> metrics = new LinkedHashSet<>();
    if (tallies.size() > 1) {
      metrics.addAll(LoadFigures.ALWAYS_OF_A_STEP);
    }
    step.limits().stream().map(MetricLimit::metric).forEach(metrics::add);
    Distribution times = tally.times();
    Findings all = findings;
    for (WindowMetric metric : metrics) {
      all =
          all.with(
              LoadFigures.ofStep(step.name(), metric), LoadFigures.figure(metric, tally, times));
    }
    return all;
  }
}
