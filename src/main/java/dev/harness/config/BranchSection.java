package dev.harness.config;

import dev.harness.plan.scenario.Branch;
import dev.harness.plan.scenario.CapturedNames;
import dev.harness.plan.scenario.Condition;
import dev.harness.plan.scenario.Encoding;
import dev.harness.plan.scenario.Step;
import dev.harness.plan.scenario.StreamService;
import dev.harness.plan.scenario.TemplateGrammar;
import dev.harness.plan.scenario.Variable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A step that is an {@code if}: a condition on a variable, and steps for either case. */
final class BranchSection {
  static final String IF = "if";

  private static final List<String> KEYS = List.of(IF, "then", "else");
  private static final List<String> TESTS = List.of("equals", "matches", "exists");
  private static final List<String> CONDITION = List.of("variable", "equals", "matches", "exists");

  private final Reader reader;
  private final StepsSection steps;

  BranchSection(Reader reader, StepsSection steps) {
    this.reader = reader;
    this.steps = steps;
  }

  Optional<Step> read(Located item) {
    Fields step = Fields.of(reader, "an if", item, KEYS);
    CapturedNames before = steps.progress().names();
    Optional<Condition> condition = step.value(IF).flatMap(this::condition);
    Optional<List<Step>> then =
        side(step, step.required("then"), before, condition.filter(one -> one.proves(true)));
    CapturedNames afterThen = steps.progress().names();
    Optional<List<Step>> otherwise =
        side(step, step.value("else"), before, condition.filter(one -> one.proves(false)));
    steps.progress().goOnWith(afterThen.or(steps.progress().names()));
    boolean whole = otherwise.isPresent() || !step.has("else");
    return condition.isEmpty() || then.isEmpty() || !whole
        ? Optional.empty()
        : reader.made(
            item.at(), () -> new Branch(condition.get(), then.get(), otherwise.orElse(List.of())));
  }

  /**
   * @param proof that its variable stands for something
   */
  private Optional<List<Step>> side(
      Fields step, Optional<Located> value, CapturedNames before, Optional<Condition> proof) {
    Progress progress = steps.progress();
    progress.goOnWith(
        proof
            .map(condition -> condition.variable().written())
            .filter(before::has)
            .map(before::given)
            .orElse(before));
    Set<StreamService> open = progress.streams();
    Optional<List<Step>> read = value.flatMap(items -> steps.read("steps", items));
    progress.requireStreams(open, "an if", reader, step.at());
    return read;
  }

  private Optional<Condition> condition(Located item) {
    Fields condition = Fields.of(reader, "a condition", item, CONDITION);
    if (!(item instanceof Located.Struct)) {
      return Optional.empty();
    }
    List<String> tests = TESTS.stream().filter(condition::has).toList();
    if (tests.size() != 1) {
      reader.problem(condition.at(), "a condition has one of: " + String.join(", ", TESTS));
      return Optional.empty();
    }
    condition.required("variable");
    Optional<Variable> variable = condition.text("variable").flatMap(this::variable);
    String test = tests.get(0);
    Located value = condition.value(test).orElseThrow();
    if (test.equals("exists")) {
      boolean wanted = reader.truth(test, value);
      return variable.map(one -> new Condition.Present(one, wanted));
    }
    Optional<String> text = reader.scalar(test, value);
    return variable.flatMap(
        one ->
            text.flatMap(
                written ->
                    reader.made(
                        value.at(),
                        () ->
                            test.equals("equals")
                                ? new Condition.Equal(
                                    one, steps.grammar().parse(written, Encoding.PLAIN))
                                : Condition.Matching.of(one, written))));
  }

  /** One that only some iterations capture may be asked for. */
  private Optional<Variable> variable(Located.Text name) {
    CapturedNames names = steps.progress().names();
    TemplateGrammar grammar =
        names.has(name.value()) ? steps.grammar().with(names.given(name.value())) : steps.grammar();
    return reader.made(name.at(), () -> grammar.variable(name.value()));
  }
}
