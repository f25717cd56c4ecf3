package dev.harness.config;

import dev.harness.plan.scenario.Capture;
import dev.harness.plan.scenario.Request;
import dev.harness.plan.scenario.Step;
import dev.harness.plan.scenario.TemplateGrammar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code steps} of a scenario. What one captures, those after it may use. */
final class StepsSection {
  private static final String REQUEST = "request";
  private static final String PAUSE = "pause";

  private final Reader reader;
  private final TargetNames targets;
  private final TemplateGrammar grammar;
  private final List<String> captured = new ArrayList<>();
  private boolean whole = true;

  StepsSection(Reader reader, TargetNames targets, TemplateGrammar grammar) {
    this.reader = reader;
    this.targets = targets;
    this.grammar = grammar;
  }

  /** All steps; nothing where any of them is wrong. */
  Optional<List<Step>> read(Located value) {
    var steps = new ArrayList<Step>();
    for (Located item : reader.items("steps", value, "objects")) {
      Optional<? extends Step> step = step(item);
      step.ifPresent(steps::add);
      whole &= step.isPresent();
    }
    return whole ? Optional.of(steps) : Optional.empty();
  }

  private Optional<? extends Step> step(Located item) {
    Map<String, Located.Member> members = reader.members("a step", item);
    if (members.containsKey(REQUEST) == members.containsKey(PAUSE)) {
      reader.problem(item.at(), "a step is either a \"request\" or a \"pause\"");
      return Optional.empty();
    }
    return members.containsKey(PAUSE) ? pause(item) : request(item);
  }

  private Optional<Step> pause(Located item) {
    Fields step = Fields.of(reader, "a pause", item, List.of(PAUSE));
    Optional<Duration> time = step.duration(PAUSE);
    return time.flatMap(t -> reader.made(item.at(), () -> new Step.Pause(t)));
  }

  private Optional<Request> request(Located item) {
    var known = new TemplateGrammar(grammar.users(), List.copyOf(captured), grammar.secrets());
    var section = new RequestSection(reader, targets, known);
    Optional<Request> request = section.read(item);
    section.captures().stream().map(Capture::name).forEach(captured::add);
    return request;
  }
}
