package dev.harness.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.plan.Suite;
import dev.harness.run.RunPlan;
import dev.harness.run.RunRecord;
import dev.harness.run.port.ProcessProbe.HostFacts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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
  static final String CHECKS = "checks";

  /** Suites of which a check may be another one by the same name: the user has written them. */
  private static final List<String> OF_THE_USER =
      List.of(Suite.PLAN.id() + "/", Suite.OWN.id() + "/");

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
    machine.put(RunRecord.CONTEXT_SYSTEM, facts.getOrDefault(RunRecord.CONTEXT_SYSTEM, ""));
    var loads = new TreeMap<String, String>();
    plan.checks().forEach(check -> loads.put(check.id().toString(), check.load()));
    return of(machine, plan.profile().id(), loads);
  }

  /**
   * Those that a report tells of.
   *
   * @param loads of its checks in words, by check
   */
  static Circumstances of(JsonNode report, SortedMap<String, String> loads) {
    var machine = new LinkedHashMap<String, String>();
    JsonNode system = report.path("system_information");
    for (String name :
        List.of(PLATFORM, ARCHITECTURE, CPU_MODEL, CPU_COUNT, JVM, RunRecord.CONTEXT_SYSTEM)) {
      machine.put(name, system.path(name).asText());
    }
    String profile = report.path("performance_test_summary").path("profile").asText();
    return of(machine, profile, loads);
  }

  private static Circumstances of(
      Map<String, String> machine, String profile, SortedMap<String, String> loads) {
    var values = new LinkedHashMap<>(machine);
    values.put("profile", profile);
    values.put(CHECKS, String.join(", ", loads.keySet()));
    loads.forEach(
        (check, load) -> {
          if (OF_THE_USER.stream().anyMatch(check::startsWith)) {
            values.put("load of " + check, load);
          }
        });
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

  /** Whether the two have nothing in which they differ. */
  boolean like(Circumstances other) {
    return values.equals(other.values());
  }

  private static String told(String value) {
    return value.isEmpty() ? "not told" : value;
  }
}
