package dev.harness.config;

import dev.harness.plan.MetricLimit;
import dev.harness.plan.scenario.Scenario;
import dev.harness.plan.scenario.ScenarioLoad;
import dev.harness.plan.scenario.Step;
import dev.harness.plan.scenario.TemplateGrammar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code scenarios} of a plan, by name. */
final class ScenariosSection {
  private static final List<String> SCENARIO =
      List.of("load", "warm_up", "target", "steps", "thresholds");

  private final Reader reader;
  private final TargetNames targets;
  private final TemplateGrammar grammar;
  private final List<MetricLimit> limits;

  private ScenariosSection(
      Reader reader, TargetNames targets, TemplateGrammar grammar, List<MetricLimit> limits) {
    this.reader = reader;
    this.targets = targets;
    this.grammar = grammar;
    this.limits = limits;
  }

  /**
   * @param limits that hold for each scenario that has none of its own on the same metric
   */
  static List<Scenario> read(
      Reader reader,
      Optional<Located> section,
      List<NamedTarget<?>> targets,
      TemplateGrammar grammar,
      List<MetricLimit> limits) {
    var scenarios = new ScenariosSection(reader, new TargetNames(reader, targets), grammar, limits);
    var read = new ArrayList<Scenario>();
    section.ifPresent(
        value ->
            reader
                .members("scenarios", value)
                .forEach((name, member) -> scenarios.scenario(name, member).ifPresent(read::add)));
    return read;
  }

  private Optional<Scenario> scenario(String name, Located.Member member) {
    Fields scenario = Fields.of(reader, "a scenario", member.value(), SCENARIO);
    Optional<ScenarioLoad> load =
        scenario.required("load").flatMap(value -> LoadSection.read(reader, value));
    Duration warmUp = scenario.duration("warm_up").orElse(Duration.ZERO);
    List<MetricLimit> own = LimitsList.read(reader, scenario.member("thresholds"));
    TargetNames here = targets.withDefault(scenario.text("target"));
    Optional<List<Step>> steps =
        scenario
            .required("steps")
            .flatMap(value -> new StepsSection(reader, here, grammar).read("steps", value));
    return load.isEmpty() || steps.isEmpty()
        ? Optional.empty()
        : reader.made(
            member.at(),
            () ->
                new Scenario(name, load.get(), warmUp, steps.get(), LimitsList.over(own, limits)));
  }
}
