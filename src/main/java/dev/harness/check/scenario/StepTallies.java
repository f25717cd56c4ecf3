package dev.harness.check.scenario;

import dev.harness.plan.scenario.Measured;
import dev.harness.plan.scenario.Scenario;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A tally for each step of a scenario that has figures, in one phase. */
final class StepTallies {
  private final Map<Measured, StepTally> tallies = new HashMap<>();

  StepTallies(Scenario scenario) {
    scenario.measured().forEach(step -> tallies.put(step, new StepTally()));
  }

  StepTally of(Measured step) {
    return Objects.requireNonNull(tallies.get(step));
  }
}
