package dev.harness.plan;

import dev.harness.plan.threshold.Thresholds;
import java.util.List;

/**
 * All that a thresholds file says.
 *
 * @param alertRules each with a name of its own
 */
public record Ruleset(
    Thresholds thresholds,
    List<AlertRule> alertRules,
    TestConfiguration configuration,
    EnvironmentRequirements requirements) {

  public Ruleset {
    alertRules = List.copyOf(alertRules);
    long names = alertRules.stream().map(AlertRule::name).distinct().count();
    if (names < alertRules.size()) {
      throw new IllegalArgumentException(
          "%d alert rules have only %d names".formatted(alertRules.size(), names));
    }
  }
}
