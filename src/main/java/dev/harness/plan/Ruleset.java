package dev.harness.plan;

import dev.harness.plan.threshold.Thresholds;
import java.util.List;

/** All that a thresholds file says. */
public record Ruleset(
    Thresholds thresholds,
    List<AlertRule> alertRules,
    TestConfiguration configuration,
    EnvironmentRequirements requirements) {

  public Ruleset {
    alertRules = List.copyOf(alertRules);
  }
}
