package dev.harness.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.run.RunPlan;
import dev.harness.run.port.ProcessProbe.HostFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What two runs must have in common for one to be worse than the other, by the names that reports
 * have for it.
 */
public record Circumstances(Map<String, String> values) {
  private static final String PLATFORM = "platform";
  private static final String ARCHITECTURE = "architecture";
  private static final String CPU_MODEL = "cpu_model";
  private static final String CPU_COUNT = "cpu_count";
  private static final String JVM = "jvm";

  public Circumstances {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Those of a run that has not begun. */
  public static Circumstances of(RunPlan plan, HostFacts host, Map<String, String> facts) {
    var machine = new LinkedHashMap<String, String>();
    machine.put(PLATFORM, host.platform());
    machine.put(ARCHITECTURE, host.architecture());
    machine.put(CPU_MODEL, host.cpuModel());
    machine.put(CPU_COUNT, Integer.toString(host.logicalCpus()));
    machine.put(JVM, facts.getOrDefault(JVM, ""));
    List<String> checks = plan.checks().stream().map(check -> check.id().toString()).toList();
    return of(machine, plan.profile().id(), checks);
  }

  /** Those that a report tells of. */
  static Circumstances of(JsonNode report, Collection<String> checks) {
    var machine = new LinkedHashMap<String, String>();
    JsonNode system = report.path("system_information");
    for (String name : List.of(PLATFORM, ARCHITECTURE, CPU_MODEL, CPU_COUNT, JVM)) {
      machine.put(name, system.path(name).asText());
    }
    String profile = report.path("performance_test_summary").path("profile").asText();
    return of(machine, profile, checks);
  }

  private static Circumstances of(
      Map<String, String> machine, String profile, Collection<String> checks) {
    var values = new LinkedHashMap<>(machine);
    values.put("profile", profile);
    values.put("checks", String.join(", ", new TreeSet<>(checks)));
    return new Circumstances(values);
  }

  /** In what a later run is not like this one, each in one line. */
  public List<String> differences(Circumstances later) {
    var differences = new ArrayList<String>();
    values.forEach(
        (name, value) -> {
          String other = later.values().getOrDefault(name, "");
          if (!other.equals(value)) {
            differences.add("%s: %s, before %s".formatted(name, told(other), told(value)));
          }
        });
    return differences;
  }

  private static String told(String value) {
    return value.isEmpty() ? "not told" : value;
  }
}
