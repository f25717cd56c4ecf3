package dev.harness.config;

import dev.harness.config.Located.Member;
import dev.harness.config.Located.Position;
import dev.harness.plan.AlertRule;
import dev.harness.plan.AlertRule.Severity;
import dev.harness.plan.Condition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code alerting_rules}: rules by severity. A rule is its trigger alone, or an object that has one
 * and may give it a name and times of its own.
 */
final class AlertsSection {
  private static final List<String> LEVEL = List.of("description", "triggers");
  private static final List<String> RULE = List.of("name", "trigger", "for", "keep_firing_for");

  private final Reader reader;
  private final List<AlertRule> rules = new ArrayList<>();
  private final Map<String, Position> names = new HashMap<>();

  private AlertsSection(Reader reader) {
    this.reader = reader;
  }

  static List<AlertRule> read(Reader reader, @Nullable Member section) {
    var alerts = new AlertsSection(reader);
    if (section != null) {
      reader.members("alerting_rules", section.value()).forEach(alerts::readLevel);
    }
    return alerts.rules;
  }

  private void readLevel(String name, Member member) {
    Optional<Severity> severity =
        Arrays.stream(Severity.values()).filter(s -> s.id().equals(name)).findFirst();
    if (severity.isEmpty()) {
      List<String> ids = Arrays.stream(Severity.values()).map(Severity::id).toList();
      reader.unknown(name, member.at(), ids);
      return;
    }
    Map<String, Member> level = reader.members(name, member.value());
    reader.requireKnown(level, LEVEL);
    reader.text("description", level.get("description"));
    Member triggers = level.get("triggers");
    if (triggers != null) {
      reader
          .items("triggers", triggers.value(), "strings and objects")
          .forEach(item -> readRule(severity.get(), item));
    }
  }

  private void readRule(Severity severity, Located item) {
    if (item instanceof Located.Text trigger) {
      condition(trigger).ifPresent(condition -> add(item.at(), new AlertRule(condition, severity)));
    } else if (item instanceof Located.Struct rule) {
      readRule(severity, rule);
    } else {
      reader.problem(item.at(), "triggers has strings and objects, not " + item.kind());
    }
  }

  private void readRule(Severity severity, Located.Struct rule) {
    Map<String, Member> members = rule.members();
    reader.requireKnown(members, RULE);
    Optional<String> name = reader.text("name", members.get("name")).map(Located.Text::value);
    Optional<Duration> forDuration = reader.wait("for", members.get("for"));
    Optional<Duration> keepFiringFor =
        reader.wait("keep_firing_for", members.get("keep_firing_for"));
    Optional<Located.Text> trigger = reader.text("trigger", members.get("trigger"));
    if (!members.containsKey("trigger")) {
      reader.problem(rule.at(), "a rule has a \"trigger\", as \"response_time_p95 > 1000ms\"");
    }
    trigger
        .flatMap(this::condition)
        .flatMap(
            condition -> {
              Duration usual = condition.metric().persistence();
              return reader.made(
                  rule.at(),
                  () ->
                      new AlertRule(
                          name.orElse(condition.trigger()),
                          condition,
                          severity,
                          forDuration.orElse(usual),
                          keepFiringFor.orElse(usual)));
            })
        .ifPresent(made -> add(rule.at(), made));
  }

  private Optional<Condition> condition(Located.Text trigger) {
    return reader.made(trigger.at(), () -> Condition.parse(trigger.value()));
  }

  private void add(Position at, AlertRule rule) {
    Position first = names.putIfAbsent(rule.name(), at);
    if (first == null) {
      rules.add(rule);
    } else {
      reader.problem(
          at,
          "a rule called \"%s\" stands in line %d, column %d already; give one of them a \"name\""
              .formatted(rule.name(), first.line(), first.column()));
    }
  }
}
