package dev.harness.config;

import dev.harness.plan.MetricLimit;
import dev.harness.plan.scenario.Scenario;
import dev.harness.plan.scenario.ScenarioLoad;
import dev.harness.plan.scenario.Step;
import dev.harness.plan.scenario.TemplateGrammar;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** {@code scenarios} of a plan, by name. */
final class ScenariosSection {
  private static final List<String> SCENARIO =
      List.of("load", "warm_up", "weight", "target", "steps", "thresholds");

  private final Reader reader;
  private final TargetNames targets;
  private final TemplateGrammar grammar;
  private final List<MetricLimit> limits;
  private final SharedLoad shared;

  /**
   * @param limits that hold for each scenario that has none of its own on the same metric
   * @param shared what the plan says of their load
   */
  ScenariosSection(
      Reader reader,
      TargetNames targets,
      TemplateGrammar grammar,
      List<MetricLimit> limits,
      SharedLoad shared) {
    this.reader = reader;
    this.targets = targets;
    this.grammar = grammar;
    this.limits = limits;
    this.shared = shared;
  }

  List<Scenario> read(Optional<Located> section) {
    Map<String, Located.Member> members =
        section.map(value -> reader.members("scenarios", value)).orElse(Map.of());
    List<Map.Entry<String, Located.Member>> entries = List.copyOf(members.entrySet());
    List<Fields> all =
        entries.stream()
            .map(entry -> Fields.of(reader, "a scenario", entry.getValue().value(), SCENARIO))
            .toList();
    List<Optional<ScenarioLoad>> loads = shared.of(all);
    return IntStream.range(0, all.size())
        .mapToObj(i -> scenario(entries.get(i), all.get(i), loads.get(i)))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Scenario> scenario(
      Map.Entry<String, Located.Member> entry, Fields scenario, Optional<ScenarioLoad> load) {
    Duration warmUp = shared.warmUp(scenario);
    List<MetricLimit> own = LimitsList.read(reader, scenario.member("thresholds"));
    TargetNames here = targets.withDefault(scenario.text("target"));
    Optional<List<Step>> steps =
        scenario
            .required("steps")
            .flatMap(value -> new StepsSection(reader, here, grammar).read("steps", value));
    return load.isEmpty() || steps.isEmpty()
        ? Optional.empty()
        : reader.made(
            entry.getValue().at(),
            () ->
                new Scenario(
                    entry.getKey(), load.get(), warmUp, steps.get(), LimitsList.over(own, limits)));
  }
}
