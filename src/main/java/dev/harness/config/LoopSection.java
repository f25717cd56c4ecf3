package dev.harness.config;

import dev.harness.plan.scenario.CapturedNames;
import dev.harness.plan.scenario.Encoding;
import dev.harness.plan.scenario.Items;
import dev.harness.plan.scenario.Loop;
import dev.harness.plan.scenario.Step;
import dev.harness.plan.scenario.StreamService;
import dev.harness.plan.scenario.Template;
import dev.harness.plan.scenario.Variable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A step that is a {@code loop}: so many times, or once for each item of a list. */
final class LoopSection {
  static final String LOOP = "loop";

  private static final List<String> KEYS = List.of(LOOP, "as", "at_most", "steps");
  private static final String ITEM = "item";
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

  private final Reader reader;
  private final StepsSection steps;

  LoopSection(Reader reader, StepsSection steps) {
    this.reader = reader;
    this.steps = steps;
  }

  Optional<Step> read(Located item) {
    Fields step = Fields.of(reader, "a loop", item, KEYS);
    Optional<Items> items = step.value(LOOP).flatMap(value -> items(step, value));
    String as = step.text("as").map(Located.Text::value).orElse(ITEM);
    Optional<List<Step>> rounds = rounds(step, as, items.map(Items::certain).orElse(true));
    return items.isEmpty() || rounds.isEmpty()
        ? Optional.empty()
        : reader.made(item.at(), () -> new Loop(items.get(), as, rounds.get()));
  }

  /**
   * @param certain whether there is a round in any case, so that what it captures is there after it
   */
  private Optional<List<Step>> rounds(Fields step, String as, boolean certain) {
    Progress progress = steps.progress();
    CapturedNames before = progress.names();
    Set<StreamService> open = progress.streams();
    if (before.has(as)) {
      reader.problem(
          step.at(), "${%s} stands for something else here; say another by \"as\"".formatted(as));
    }
    progress.goOnWith(before.given(as));
    Optional<List<Step>> rounds =
        step.required("steps").flatMap(value -> steps.read("steps", value));
    CapturedNames after = progress.names().without(as);
    requireKept(before.without(as), after, step);
    progress.requireStreams(open, "a loop", reader, step.at());
    progress.goOnWith(certain ? after : before.or(after));
    return rounds;
  }

  /** What a round takes for granted, the round before must not have lost. */
  private void requireKept(CapturedNames before, CapturedNames after, Fields step) {
    before.always().stream()
        .filter(name -> !after.always().contains(name))
        .sorted()
        .forEach(
            name ->
                reader.problem(
                    step.at(),
                    ("${%s} is there before the loop, and perhaps not after a round of it;"
                            + " capture it as \"optional\" before, too, or under another name")
                        .formatted(name)));
  }

  private Optional<Items> items(Fields step, Located value) {
    Optional<Located> atMost = step.value("at_most");
    if (value instanceof Located.Text text) {
      return found(text, atMost);
    }
    atMost.ifPresent(
        most -> reader.problem(most.at(), "only a loop through what was captured has \"at_most\""));
    if (value instanceof Located.Sequence list) {
      return listed(list);
    }
    int before = reader.problems();
    int count = reader.whole(LOOP, value, 1, Items.MOST);
    return reader.problems() == before ? Optional.of(new Items.Times(count)) : Optional.empty();
  }

  private Optional<Items> found(Located.Text text, Optional<Located> atMost) {
    if (atMost.isEmpty()) {
      reader.problem(
          text.at(), "a loop through what was captured has \"at_most\", so that it has an end");
      return Optional.empty();
    }
    int most = reader.whole("at_most", atMost.get(), 1, Items.MOST);
    return reader.made(text.at(), () -> new Items.Found(variable(text.value()), most));
  }

  private Variable variable(String text) {
    Matcher name = VARIABLE.matcher(text);
    if (!name.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is nothing to go through; write a number, a list, or ${NAME} of a captured array"
              .formatted(text));
    }
    return steps.grammar().variable(name.group(1));
  }

  private Optional<Items> listed(Located.Sequence list) {
    List<Template> values = list.items().stream().flatMap(item -> value(item).stream()).toList();
    return values.size() == list.items().size()
        ? reader.made(list.at(), () -> new Items.Listed(values))
        : Optional.empty();
  }

  private Optional<Template> value(Located item) {
    return reader
        .scalar("an item", item)
        .flatMap(text -> reader.made(item.at(), () -> steps.grammar().parse(text, Encoding.PLAIN)));
  }
}
