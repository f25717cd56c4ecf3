package dev.harness.plan.scenario;

import java.util.List;

/**
 * Services of the user's own, and what is to be done to them.
 *
 * @param name what the user calls it; 1 to 100 characters
 * @param file it was read from, as the user named it
 * @param scenarios at least one, each with a name of its own
 * @param mixed whether they share a load and run side by side, or one after the other
 * @param processes behind its services, of those that it names
 */
public record Plan(
    String name,
    String file,
    Users users,
    List<Scenario> scenarios,
    boolean mixed,
    List<ServingProcess> processes) {
  private static final int LONGEST_NAME = 100;

  public Plan {
    scenarios = List.copyOf(scenarios);
    processes = List.copyOf(processes);
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

  /** The processes behind these of its services. */
  public List<ServingProcess> processesOf(List<Service> services) {
    return processes.stream().filter(one -> services.stream().anyMatch(one::serves)).toList();
  }

  /** The same, and another process of which it says nothing itself. */
  public Plan servedBy(ServingProcess process) {
    return new Plan(name, file, users, scenarios, mixed, List.of(process));
  }
}
