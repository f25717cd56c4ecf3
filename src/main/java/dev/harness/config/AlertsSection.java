package dev.harness.config;

import dev.harness.config.Located.Member;
import dev.harness.plan.AlertRule;
import dev.harness.plan.AlertRule.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code alerting_rules}: triggers by severity. */
final class AlertsSection {
  private AlertsSection() {}

  static List<AlertRule> read(Reader reader, @Nullable Member section) {
    var rules = new ArrayList<AlertRule>();
    if (section == null) {
      return rules;
    }
    reader
        .members("alerting_rules", section.value())
        .forEach(
            (name, member) ->
                severity(name)
                    .ifPresentOrElse(
                        severity -> rules.addAll(level(reader, name, severity, member)),
                        () -> reader.unknown(name, member.at(), severities())));
    return rules;
  }

  private static List<AlertRule> level(
      Reader reader, String name, Severity severity, Member level) {
    var rules = new ArrayList<AlertRule>();
    reader
        .members(name, level.value())
        .forEach(
            (key, member) -> {
              switch (key) {
                case "description" -> reader.requireText(key, member.value());
                case "triggers" -> rules.addAll(triggers(reader, severity, member.value()));
                default -> reader.unknown(key, member.at(), List.of("description", "triggers"));
              }
            });
    return rules;
  }

  private static List<AlertRule> triggers(Reader reader, Severity severity, Located value) {
    var rules = new ArrayList<AlertRule>();
    for (Located.Text trigger : reader.texts("triggers", value)) {
      try {
        rules.add(AlertRule.parse(trigger.value(), severity));
      } catch (IllegalArgumentException e) {
        reader.problem(trigger.at(), String.valueOf(e.getMessage()));
      }
    }
    return rules;
  }

  private static Optional<Severity> severity(String id) {
    return Arrays.stream(Severity.values()).filter(s -> s.id().equals(id)).findFirst();
  }

  private static List<String> severities() {
    return Arrays.stream(Severity.values()).map(Severity::id).toList();
  }
}
