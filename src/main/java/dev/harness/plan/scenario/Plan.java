package dev.harness.plan.scenario;

import java.util.List;

/**
 * Services of the user's own, and what is to be done to them.
 *
 * @param name what the user calls it; 1 to 100 characters
 * @param file it was read from, as the user named it
 * @param scenarios at least one, each with a name of its own
 * @param mixed whether they share a load and run side by side, or one after the other
 */
public record Plan(String name, String file, Users users, List<Scenario> scenarios, boolean mixed) {
  private static final int LONGEST_NAME = 100;

  public Plan {
    scenarios = List.copyOf(scenarios);
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "the name of a plan has 1 to %d characters".formatted(LONGEST_NAME));
    }
    if (scenarios.isEmpty()) {
      throw new IllegalArgumentException("a plan has at least one scenario");
    }
  }

  /** The services that its scenarios send to, each once. */
  public List<Service> services() {
    return scenarios.stream().flatMap(scenario -> scenario.services().stream()).distinct().toList();
  }
}
